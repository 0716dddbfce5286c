using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Flows.Support;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests.Flows;

/// <summary>The data endpoint over HTTP, with a sender that encrypts as the platform does.</summary>
public class FlowEndpointTests
{
    private const string Screen = """{"version":"3.0","action":"data_exchange","screen":"DAYS","data":{"day":"2026-12-01"},"flow_token":"visit-118"}""";

    [Fact]
    public async Task A_screen_is_answered_with_printed_types()
    {
        await using FlowApp app = await FlowApp.StartAsync(static (call, _) =>
        {
            FlowEndpointRequest request = call.Read<FlowEndpointRequest>();
            Assert.Equal(FlowEndpointAction.DataExchange, request.Action);
            Assert.Equal(("data_exchange", "DAYS", "visit-118", "default"), (call.Action, call.Screen, call.FlowToken, call.App));
            string? day = call.Data["day"u8].GetString();
            return ValueTask.FromResult<FlowReply>(new FlowEndpointAnswer { Screen = "TIMES", Data = JsonFragment.Parse($$"""{"day":"{{day}}"}""") });
        });

        Assert.Equal((200, """{"screen":"TIMES","data":{"day":"2026-12-01"}}"""), await app.AskAsync(Screen));
    }

    [Fact]
    public async Task Replies_can_be_made_without_printed_types()
    {
        await using FlowApp app = await FlowApp.StartAsync(static (call, _) => ValueTask.FromResult(call.Screen switch
        {
            "DAYS" => FlowReply.Show("TIMES", JsonFragment.Parse("""{"times":["10:00"]}""")),
            "TIMES" => FlowReply.End("visit-118", new Dictionary<string, JsonFragment> { ["time"] = JsonFragment.Parse("\"10:00\"") }),
            _ => FlowReply.Of(JsonFragment.Parse("""{"screen":"DAYS","data":{}}""")),
        }));

        Assert.Equal((200, """{"screen":"DAYS","data":{}}"""), await app.AskAsync("""{"action":"INIT"}"""));
        Assert.Equal((200, """{"screen":"TIMES","data":{"times":["10:00"]}}"""), await app.AskAsync(Screen));
        Assert.Equal(
            (200, """{"screen":"SUCCESS","data":{"extension_message_response":{"params":{"flow_token":"visit-118","time":"10:00"}}}}"""),
            await app.AskAsync(Screen.Replace("DAYS", "TIMES", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("PING")]
    public async Task A_check_is_answered_without_the_handler(string action)
    {
        await using FlowApp app = await FlowApp.StartAsync(Never);
        Assert.Equal((200, """{"data":{"status":"active"}}"""), await app.AskAsync($$"""{"version":"3.0","action":"{{action}}"}"""));
    }

    [Theory]
    [InlineData("error")]
    [InlineData("error_key")]
    public async Task A_notice_of_a_failure_is_acknowledged_and_told(string member)
    {
        var handler = new NotedHandler();
        await using FlowApp app = await FlowApp.StartAsync(
            builder => builder.Services.AddSingleton(handler).AddFlowEndpoint(FlowApp.Configure),
            static application => application.MapFlowEndpoint<NotedHandler>(FlowApp.Path));

        string notice = $$"""{"version":"3.0","action":"data_exchange","data":{"{{member}}":"INVALID_SCREEN","error_message":"Unknown screen."},"flow_token":"visit-118"}""";
        Assert.Equal((200, """{"data":{"acknowledged":true}}"""), await app.AskAsync(notice));

        Assert.Equal(new FlowFailureNotice("INVALID_SCREEN", "Unknown screen."), handler.Notice);
        Assert.Equal(0, handler.Answers);
        app.Logs.AssertContains(LogLevel.Warning, "could not use an answer: INVALID_SCREEN");
    }

    [Fact]
    public async Task A_field_that_is_called_error_is_no_notice()
    {
        await using FlowApp app = await FlowApp.StartAsync(static (_, _) => ValueTask.FromResult(FlowReply.Show("NEXT")));
        Assert.Equal((200, """{"screen":"NEXT","data":{}}"""), await app.AskAsync("""{"action":"data_exchange","data":{"error":"none"}}"""));
    }

    [Fact]
    public async Task A_token_that_is_no_longer_valid_is_said_in_the_clear()
    {
        await using FlowApp app = await FlowApp.StartAsync(static (_, _) => ValueTask.FromResult(FlowReply.TokenNoLongerValid("This order was placed already.")));
        Assert.Equal((427, """{"error_msg":"This order was placed already."}"""), await app.AskAsync(Screen));
    }

    [Fact]
    public async Task Without_a_right_signature_nothing_is_decrypted()
    {
        await using FlowApp app = await FlowApp.StartAsync(Never);
        byte[] body = new FlowSender(FlowApp.Keys.PublicKey, Screen).Body();
        HttpRequestMessage malformed = Requests.Unsigned(body, FlowApp.Path);
        malformed.Headers.Add(Requests.SignatureHeader, "sha256=12");
        HttpRequestMessage changed = Requests.Signed(body, path: FlowApp.Path);
        body[^10] ^= 1;
        changed.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        foreach (HttpRequestMessage request in new[] { Requests.Unsigned(body, FlowApp.Path), malformed, Requests.Signed(body, "another secret", FlowApp.Path), changed })
        {
            Assert.Equal((432, string.Empty), await app.PostAsync(request));
        }
    }

    [Fact]
    public async Task A_key_that_does_not_fit_asks_the_sender_to_get_the_new_one()
    {
        await using FlowApp app = await FlowApp.StartAsync(Never);
        byte[] body = new FlowSender(FlowEncryption.CreateKeyPair().PublicKey, Screen).Body();
        Assert.Equal((421, string.Empty), await app.PostAsync(Requests.Signed(body, path: FlowApp.Path)));
        app.Logs.AssertContains(LogLevel.Warning, "SetEncryptionKey");
    }

    [Fact]
    public async Task Bodies_of_the_wrong_kind_and_size_are_refused()
    {
        byte[] body = new FlowSender(FlowApp.Keys.PublicKey, Screen).Body();
        await using FlowApp app = await FlowApp.StartAsync(static (_, _) => ValueTask.FromResult(FlowReply.Show("NEXT")), options => options.MaxBodyBytes = body.Length);

        Assert.Equal(200, (await app.PostAsync(Requests.Signed(body, path: FlowApp.Path))).Status);
        Assert.Equal(413, (await app.PostAsync(Requests.Signed([.. body, (byte)' '], path: FlowApp.Path))).Status);
        Assert.Equal(400, (await app.PostAsync(Requests.Signed("{}"u8.ToArray(), path: FlowApp.Path))).Status);
        HttpRequestMessage text = Requests.Signed(body, path: FlowApp.Path);
        text.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        Assert.Equal(415, (await app.PostAsync(text)).Status);
    }

    [Fact]
    public async Task A_handler_that_fails_is_an_error_without_details()
    {
        await using FlowApp app = await FlowApp.StartAsync(static (call, _) => call.Screen switch
        {
            "DAYS" => throw new InvalidOperationException("The calendar is away."),
            "NULL" => ValueTask.FromResult<FlowReply>(null!),
            _ => ValueTask.FromResult<FlowReply>(new FlowEndpointAnswer { Screen = string.Empty, Data = JsonFragment.Parse("{}") }),
        });

        foreach (string screen in new[] { "DAYS", "NULL", "INVALID" })
        {
            Assert.Equal((500, string.Empty), await app.AskAsync(Screen.Replace("DAYS", screen, StringComparison.Ordinal)));
        }

        Assert.Equal(3, app.Logs.OfWaGen.Count(static entry => entry.EventId == 63));
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_told_to_stop()
    {
        await using FlowApp app = await FlowApp.StartAsync(
            static async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return FlowReply.Show("NEXT");
            },
            static options => options.AnswerTimeout = TimeSpan.FromMilliseconds(50));

        Assert.Equal((500, string.Empty), await app.AskAsync(Screen));
        app.Logs.AssertContains(LogLevel.Error, "AnswerTimeout");
    }

    [Fact]
    public async Task Endpoints_have_secrets_and_keys_of_their_own()
    {
        FlowKeyPair other = FlowEncryption.CreateKeyPair();
        await using FlowApp app = await FlowApp.StartAsync(
            builder => builder.Services
                .AddFlowEndpoint(FlowApp.Configure)
                .AddFlowEndpoint("shop", options =>
                {
                    options.AppSecrets["shop"] = "secret of the shop";
                    options.PrivateKeys.Add(new FlowPrivateKey { Pem = other.PrivateKey });
                }),
            static application =>
            {
                application.MapFlowEndpoint(FlowApp.Path, static (_, _) => ValueTask.FromResult(FlowReply.Show("FIRST")));
                application.MapFlowEndpoint("/shop", static (call, _) => ValueTask.FromResult(FlowReply.Show(call.App!)), "shop");
            });

        Assert.Equal((200, """{"screen":"FIRST","data":{}}"""), await app.AskAsync(Screen));
        Assert.Equal(432, (await app.AskAsync(Screen, "/shop")).Status);
        var sender = new FlowSender(other.PublicKey, Screen);
        (int status, string text) = await app.PostAsync(Requests.Signed(sender.Body(), "secret of the shop", "/shop"));
        Assert.Equal((200, """{"screen":"shop","data":{}}"""), (status, sender.Read(text)));
    }

    [Fact]
    public async Task Nothing_that_users_enter_and_no_secret_is_logged()
    {
        await using FlowApp app = await FlowApp.StartAsync(static (call, _) => ValueTask.FromResult(FlowReply.Show("NEXT", JsonFragment.Parse(call.Data.ToArray()))));
        await app.AskAsync(Screen);
        await app.AskAsync("""{"action":"data_exchange","data":{"error":"16505550101 wants 2026-12-01","error_message":"visit-118"}}""");
        await app.PostAsync(Requests.Signed("{\"2026-12-01\":1}"u8.ToArray(), path: FlowApp.Path));

        string log = string.Join('\n', app.Logs.OfWaGen.Select(static entry => entry.Text + entry.Exception));
        Assert.All(
            ["2026-12-01", "visit-118", "16505550101", WebhookApp.Secret, "MII"],
            forbidden => Assert.DoesNotContain(forbidden, log, StringComparison.Ordinal));
    }

    private static ValueTask<FlowReply> Never(FlowCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("The handler must not be called.");

    private sealed class NotedHandler : IFlowHandler
    {
        public FlowFailureNotice? Notice { get; private set; }

        public int Answers { get; private set; }

        public ValueTask<FlowReply> AnswerAsync(FlowCall request, CancellationToken cancellationToken)
        {
            Answers++;
            return ValueTask.FromResult(FlowReply.Show("NEXT"));
        }

        public ValueTask OnFailureNoticeAsync(FlowCall request, FlowFailureNotice notice, CancellationToken cancellationToken)
        {
            Notice = notice;
            return ValueTask.CompletedTask;
        }
    }
}
