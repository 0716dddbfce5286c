using System.Text;

namespace WaGen.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Body = """{"object":"whatsapp_business_account","entry":[{"id":"1","text":"a/b \u00e4 \ud83d\ude00 <x>","list":[],"n":1.50}]}""";

    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0} ")]
    [InlineData("X-Hub-Signature-256: {0}")]
    public async Task A_signature_that_fits_gives_exit_code_0(string form)
    {
        ToolResult result = await VerifyAsync(Body, string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Sign(Body)));

        Assert.Equal(0, result.Code);
        Assert.Contains("The signature fits", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_digits_are_enough_and_may_be_upper_case()
    {
        Assert.Equal(0, (await VerifyAsync(Body, Sign(Body)["sha256=".Length..])).Code);
        Assert.Equal(0, (await VerifyAsync(Body, "sha256=" + Sign(Body)["sha256=".Length..].ToUpperInvariant())).Code);
    }

    [Theory]
    [InlineData("SHA256={0}", "lower case")]
    [InlineData("sha256={0}0", "65 hexadecimal digits instead of 64")]
    [InlineData("sha256=", "0 hexadecimal digits")]
    [InlineData("md5={0}", "'m' is no hexadecimal digit")]
    [InlineData("sha1=0123456789012345678901234567890123456789", "SHA-1")]
    [InlineData("0123456789012345678901234567890123456789", "SHA-1")]
    public async Task A_malformed_header_is_explained(string form, string explanation)
    {
        ToolResult result = await VerifyAsync(Body, string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Sign(Body)["sha256=".Length..]));

        Assert.Equal(1, result.Code);
        Assert.Contains(explanation, result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Body + "\n", Body, "without the line break at its end")]
    [InlineData(Body + "\r\n", Body, "without the line break at its end")]
    [InlineData(Body + "\n\n", Body + "\n", "without the last line break at its end")]
    [InlineData(Body, Body + "\n", "with a line break at its end")]
    [InlineData(Body, Body + "\r\n", "(CR LF)")]
    [InlineData("{\r\n\"a\":1\r\n}", "{\n\"a\":1\n}", "with LF for all line breaks")]
    [InlineData("{\n\"a\":1\n}", "{\r\n\"a\":1\r\n}", "with CR LF for all line breaks")]
    [InlineData("{\r\n\"a\":1\r\n}\r\n", "{\n\"a\":1\n}", "with LF for all line breaks and none at its end")]
    [InlineData("\ufeff" + Body, Body, "without the byte order mark")]
    [InlineData("POST /hook HTTP/1.1\r\nHost: x\r\n\r\n" + Body, Body, "without the lines of HTTP")]
    public async Task A_body_that_was_changed_as_text_is_explained(string saved, string signed, string explanation)
    {
        ToolResult result = await VerifyAsync(saved, Sign(signed));

        Assert.Equal(1, result.Code);
        Assert.Contains("It fits the body " + (explanation.StartsWith("with", StringComparison.Ordinal) ? explanation : string.Empty), result.Out, StringComparison.Ordinal);
        Assert.Contains(explanation, result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"t":"ä😀"}""", """{"t":"\u00e4\ud83d\ude00"}""", "\\u escapes (lower-case digits)")]
    [InlineData("""{"t":"ä😀"}""", """{"t":"\u00E4\uD83D\uDE00"}""", "\\u escapes (upper-case digits)")]
    [InlineData("""{"t":"\u00e4"}""", """{"t":"ä"}""", "plain UTF-8")]
    [InlineData("""{"t":"a/b"}""", """{"t":"a\/b"}""", "slashes as \\/")]
    [InlineData("""{"t":"a\/b"}""", """{"t":"a/b"}""", "slashes as they are")]
    [InlineData("""{"t":"a/b<c%d@e"}""", """{"t":"a\/b\u003cc\u0025d\u0040e"}""", "<%@")]
    [InlineData("""{"t":"<b>"}""", """{"t":"\u003Cb\u003E"}""", "<>&")]
    [InlineData("""{ "t": "x", "l": [ 1, 2 ] }""", """{"t":"x","l":[1,2]}""", "without white space")]
    [InlineData("""{"t":"x","l":[1,2],"e":[]}""", """{"t": "x", "l": [1, 2], "e": []}""", "space after each comma and colon")]
    [InlineData("""{"t":"x","l":[1],"e":{}}""", "{\n  \"t\": \"x\",\n  \"l\": [\n    1\n  ],\n  \"e\": {}\n}", "indented by two")]
    [InlineData("""{"t":"x"}""", "{\n    \"t\": \"x\"\n}\n", "indented by four and with a line break")]
    [InlineData("""{"t":"\ud83d","t":1.50}""", """{ "t":"\uD83D","t":1.50}""", null)]
    public async Task A_body_that_was_written_again_is_explained(string saved, string signed, string? explanation)
    {
        ToolResult result = await VerifyAsync(saved, Sign(signed));

        Assert.Equal(1, result.Code);
        if (explanation is null)
        {
            Assert.Contains("none of the usual changes", result.Out, StringComparison.Ordinal);
            return;
        }

        Assert.Contains("It fits the body written ", result.Out, StringComparison.Ordinal);
        Assert.Contains(explanation, result.Out, StringComparison.Ordinal);
        Assert.Contains("Keep the bytes of the request", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" " + Secret + "\n", "without the white space")]
    [InlineData("\"" + Secret + "\"", "without the quotation marks")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF", "in lower case")]
    public async Task A_secret_that_was_copied_badly_is_explained(string secret, string explanation)
    {
        ToolResult result = await VerifyAsync(Body, Sign(Body), secret);

        Assert.Equal(1, result.Code);
        Assert.Contains("It fits with the secret " + explanation, result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EAAGm0PX4ZCpsBA", "access token")]
    [InlineData("my-verify-token", "verify token")]
    [InlineData("123456789012345", "id of an app")]
    [InlineData("ffffffffffffffffffffffffffffffff", "another app")]
    public async Task Another_secret_is_described_by_its_form_and_never_printed(string secret, string explanation)
    {
        ToolResult result = await VerifyAsync(Body, Sign(Body), secret);

        Assert.Equal(1, result.Code);
        Assert.Contains(explanation, result.Out, StringComparison.Ordinal);
        string computed = SignatureVerifier.Sign(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Body)).ToString();
        Assert.DoesNotContain(secret, result.Out + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(computed["sha256=".Length..], result.Out + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("{\"a\":", "ends in the middle")]
    public async Task A_file_that_is_no_body_is_mentioned(string saved, string explanation)
    {
        ToolResult result = await VerifyAsync(saved, Sign(Body));

        Assert.Equal(1, result.Code);
        Assert.Contains(explanation, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_utf16_is_explained()
    {
        string file = _files.Write("body.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Body + "\r\n")]);

        ToolResult result = await Tool.RunAsync("verify", "--secret", Secret, "--signature", Sign(Body), file);

        Assert.Equal(1, result.Code);
        Assert.Contains("It fits the body in UTF-8 and without the line break at its end.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_can_come_from_standard_input_and_must_exist()
    {
        ToolResult result = await Tool.RunAsync(["verify", "--secret", Secret, "--signature", Sign(Body), "-"], Encoding.UTF8.GetBytes(Body));

        Assert.Equal(0, result.Code);
        (await Tool.RunAsync("verify", "--secret", Secret, "--signature", Sign(Body), _files.Folder)).MustRefuse("is a folder");
        (await Tool.RunAsync("verify", "--secret", Secret, "--signature", Sign(Body), Path.Combine(_files.Folder, "gone"))).MustRefuse("There is no file");
        (await Tool.RunAsync("verify", "--secret", " ", "--signature", Sign(Body), "-")).MustRefuse("There is no app secret");
    }

    private static string Sign(string body) => SignatureVerifier.Sign(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)).ToString();

    private Task<ToolResult> VerifyAsync(string body, string signature, string secret = Secret) =>
        Tool.RunAsync("verify", "--secret", secret, "--signature", signature, _files.Write("body.json", body));
}
