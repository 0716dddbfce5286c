using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>The rows of the runtime contract about requests: what is refused, in which order, and what passes.</summary>
public class RequestTests
{
    public static TheoryData<ServerKind> BothServers => [ServerKind.Kestrel, ServerKind.TestHost];

    public static TheoryData<ServerKind, string?> WrongSignatureHeaders => Servers.Times<string?>(
        null, "", "sha256=", "sha256=dec6a680", "sha1=dec6a680679a968e7e0319355b23599cbfc54502", new string('a', 64), "sha256=" + new string('g', 64), "sha256=" + new string('a', 65));

    public static TheoryData<ServerKind, string> JsonMediaTypes => Servers.Times(
        "application/json", "Application/JSON", "application/json; charset=utf-8", "application/json;charset=\"UTF-8\"", "application/vnd.api+json", "application/json; v=2");

    public static TheoryData<ServerKind, string?> OtherMediaTypes => Servers.Times<string?>(
        null, "", "text/plain", "application/x-www-form-urlencoded", "application/jsonp", "json", "application/json; charset=utf-16", "application/json; charset=iso-8859-1");

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task A_signed_body_is_handled_and_answered_200(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);

        Assert.Equal(200, await app.PostAsync(Bodies.Text));
        Assert.Equal(200, await app.PostAsync(Bodies.PartnerSolution));
        Assert.Equal(200, await app.PostAsync(Bodies.Empty));

        Assert.Equal(2, app.Recorder.Handled.Count);
        Assert.Empty(app.Recorder.Unhandled);
        Assert.Equal("default", app.Recorder.App);
    }

    [Theory]
    [MemberData(nameof(WrongSignatureHeaders))]
    public async Task A_missing_or_malformed_signature_header_is_answered_401(ServerKind server, string? header)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        using HttpRequestMessage request = Requests.Unsigned(Encoding.UTF8.GetBytes(Bodies.Text));
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(Requests.SignatureHeader, header);
        }

        Assert.Equal(401, await app.SendAsync(request));
        AssertNothingHappened(app);
        app.Logs.AssertContains(LogLevel.Warning, nameof(WebhookRejection.SignatureHeader));
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task Two_signature_headers_are_answered_401(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        using HttpRequestMessage request = Requests.Signed(Bodies.Text);
        request.Headers.Add(Requests.SignatureHeader, Requests.Signature([]));

        Assert.Equal(401, await app.SendAsync(request));
        AssertNothingHappened(app);
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task A_wrong_signature_is_answered_401_and_nothing_is_parsed(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);

        Assert.Equal(401, await app.PostAsync(Bodies.Text, secret: "another_secret"));
        Assert.Equal(401, await app.PostAsync("not json", secret: "another_secret"));
        AssertNothingHappened(app);
        app.Logs.AssertContains(LogLevel.Warning, nameof(WebhookRejection.Signature));
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task The_signature_covers_every_byte(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        using HttpRequestMessage request = Requests.Unsigned(Encoding.UTF8.GetBytes(Bodies.Text + " "));
        request.Headers.Add(Requests.SignatureHeader, Requests.Signature(Encoding.UTF8.GetBytes(Bodies.Text)));

        Assert.Equal(401, await app.SendAsync(request));
        AssertNothingHappened(app);
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task Any_of_several_secrets_fits_and_the_handler_learns_which(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server, static options =>
        {
            options.AppSecrets["billing"] = "billing_secret";
            options.AppSecrets["support"] = "support_secret";
        });

        Assert.Equal(200, await app.PostAsync(Bodies.Messages(Bodies.TextItem("a"))));
        Assert.Equal("default", app.Recorder.App);
        Assert.Equal(200, await app.PostAsync(Bodies.Messages(Bodies.TextItem("b")), secret: "support_secret"));
        Assert.Equal("support", app.Recorder.App);
        Assert.Equal(200, await app.PostAsync(Bodies.Messages(Bodies.TextItem("c")), secret: "billing_secret"));
        Assert.Equal("billing", app.Recorder.App);
    }

    [Theory]
    [MemberData(nameof(JsonMediaTypes))]
    public async Task Json_media_types_pass(ServerKind server, string mediaType)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        using HttpRequestMessage request = Requests.Signed(Bodies.Text);
        request.Content!.Headers.ContentType = null;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        Assert.Equal(200, await app.SendAsync(request));
        Assert.Single(app.Recorder.Handled);
    }

    [Theory]
    [MemberData(nameof(OtherMediaTypes))]
    public async Task Other_media_types_and_charsets_are_answered_415(ServerKind server, string? mediaType)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        using HttpRequestMessage request = Requests.Signed(Bodies.Text);
        request.Content!.Headers.ContentType = null;
        if (mediaType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        Assert.Equal(415, await app.SendAsync(request));
        AssertNothingHappened(app);
        app.Logs.AssertContains(LogLevel.Warning, nameof(WebhookRejection.MediaType));
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task Any_content_encoding_is_answered_415(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        foreach (string encoding in (string[])["gzip", "br", "identity"])
        {
            using HttpRequestMessage request = Requests.Signed(Bodies.Text);
            request.Content!.Headers.ContentEncoding.Add(encoding);
            Assert.Equal(415, await app.SendAsync(request));
        }

        AssertNothingHappened(app);
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task Exactly_the_limit_passes_and_one_byte_more_is_answered_413(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        int limit = new WhatsAppWebhookOptions().MaxBodyBytes;
        Assert.Equal(3_145_728, limit);

        Assert.Equal(200, await app.PostAsync(Bodies.Text.PadRight(limit)));
        Assert.Single(app.Recorder.Handled);
        Assert.Equal(413, await app.PostAsync(Bodies.Text.PadRight(limit + 1)));
        Assert.Single(app.Recorder.Handled);
        app.Logs.AssertContains(LogLevel.Warning, nameof(WebhookRejection.TooLarge));
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task The_limit_holds_without_a_content_length(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server, static options => options.MaxBodyBytes = 2_000);

        Assert.Equal(200, await SendChunkedAsync(Bodies.Text.PadRight(2_000)));
        Assert.Equal(413, await SendChunkedAsync(Bodies.Text.PadRight(2_001)));
        Assert.Equal(413, await SendChunkedAsync(Bodies.Text.PadRight(200_000)));
        Assert.Single(app.Recorder.Handled);

        async Task<int> SendChunkedAsync(string body)
        {
            using HttpRequestMessage request = Requests.Signed(body);
            request.Headers.TransferEncodingChunked = true;
            return await app.SendAsync(request);
        }
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task Other_verbs_are_answered_405(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server);
        foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete, HttpMethod.Head, HttpMethod.Patch])
        {
            using var request = new HttpRequestMessage(method, WebhookApp.Path);
            Assert.Equal(405, await app.SendAsync(request));
        }
    }

    [Theory]
    [MemberData(nameof(BothServers))]
    public async Task Checks_come_in_the_order_of_the_contract(ServerKind server)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(server, static options => options.MaxBodyBytes = 100);
        byte[] body = Encoding.UTF8.GetBytes(new string('x', 101));

        // Everything is wrong; one thing after the other is put right.
        Assert.Equal(401, await SendAsync(body, signature: null, "text/plain"));
        Assert.Equal(415, await SendAsync(body, Requests.Signature([]), "text/plain"));
        Assert.Equal(413, await SendAsync(body, Requests.Signature([]), "application/json"));
        Assert.Equal(401, await SendAsync(body[1..], Requests.Signature([]), "application/json"));
        Assert.Equal(400, await SendAsync(body[1..], Requests.Signature(body[1..]), "application/json"));

        async Task<int> SendAsync(byte[] content, string? signature, string mediaType)
        {
            using HttpRequestMessage request = Requests.Unsigned(content);
            request.Content!.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            if (signature is not null)
            {
                request.Headers.Add(Requests.SignatureHeader, signature);
            }

            return await app.SendAsync(request);
        }
    }

    private static void AssertNothingHappened(WebhookApp app)
    {
        Assert.Empty(app.Recorder.Handled);
        Assert.Empty(app.Recorder.Unhandled);
    }
}
