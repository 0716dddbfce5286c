using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WaGen.AspNetCore.Tests.Flows.Support;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests.Flows;

/// <summary>Mistakes of a data endpoint stop the application with a sentence.</summary>
public class FlowStartupTests
{
    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => FlowApp.StartAsync(Never, static options =>
        {
            options.AppSecret = null;
            options.PrivateKey = null;
            options.MaxBodyBytes = 0;
            options.AnswerTimeout = TimeSpan.Zero;
        }));

        Assert.Collection(
            exception.Failures,
            static failure => Assert.StartsWith("No app secret is configured for the Flow endpoint: set AppSecret or AppSecrets", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("No private key is configured for the Flow endpoint: set PrivateKey or PrivateKeys", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("MaxBodyBytes of the Flow endpoint is 0", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("AnswerTimeout of the Flow endpoint is 00:00:00", failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_cannot_be_used_and_white_space_are_named()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => FlowApp.StartAsync(Never, static options =>
        {
            options.AppSecret += "\n";
            options.AppSecrets["old"] = string.Empty;
            options.PrivateKeys.Add(new FlowPrivateKey { Pem = FlowApp.Keys.PublicKey });
        }));

        Assert.Collection(
            exception.Failures,
            static failure => Assert.Equal("The app secret 'old' of the Flow endpoint is empty: set it or remove the entry.", failure),
            static failure => Assert.StartsWith("An app secret of the Flow endpoint begins or ends with white space", failure, StringComparison.Ordinal),
            static failure => Assert.Equal("Private key 2 of the Flow endpoint is no private RSA key.", failure));
    }

    [Fact]
    public async Task Mapping_without_services_or_handler_says_what_to_call()
    {
        InvalidOperationException services = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            FlowApp.StartAsync(static _ => { }, static application => application.MapFlowEndpoint("/flows", Never, "shop")));
        Assert.Contains("services.AddFlowEndpoint(\"shop\", ...)", services.Message, StringComparison.Ordinal);

        InvalidOperationException handler = await Assert.ThrowsAsync<InvalidOperationException>(() => FlowApp.StartAsync(
            static builder => builder.Services.AddFlowEndpoint(FlowApp.Configure),
            static application => application.MapFlowEndpoint<IFlowHandler>("/flows")));
        Assert.Contains("Add it to the services", handler.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_section_of_the_configuration_serves_webhooks_and_Flows()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WhatsApp:AppSecret"] = WebhookApp.Secret,
            ["WhatsApp:VerifyToken"] = WebhookApp.Token,
            ["WhatsApp:PrivateKeys:0:Pem"] = FlowApp.Keys.PrivateKey,
        }).Build();

        await using FlowApp app = await FlowApp.StartAsync(
            builder => builder.Services.AddFlowEndpoint(configuration.GetSection("WhatsApp")),
            static application => application.MapFlowEndpoint(FlowApp.Path, static (_, _) => ValueTask.FromResult(FlowReply.Show("NEXT"))));

        Assert.Equal((200, """{"screen":"NEXT","data":{}}"""), await app.AskAsync("""{"action":"INIT"}"""));
    }

    private static ValueTask<FlowReply> Never(FlowCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("The handler must not be called.");
}
