namespace WaGen.AspNetCore.Tests.EmbeddedSignup;

public sealed class SessionMessageTests
{
    [Fact]
    public void A_finished_flow_tells_what_was_shared()
    {
        EmbeddedSignupFinished message = Assert.IsType<EmbeddedSignupFinished>(EmbeddedSignupMessage.Parse(
            """
            {"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","version":3,"data":{"phone_number_id":"106540352242922","waba_id":102290129340398123456,"business_id":"2729063490586005",
            "ad_account_ids":["4052175343162067"],"page_ids":["1791141545170328", 7],"dataset_ids":[],"catalog_ids":["1"],"instagram_account_ids":["2"],"waba_ids":["3"],"new_member":{}}}
            """));

        Assert.Equal(EmbeddedSignupFinish.WithNumber, message.Kind);
        Assert.Equal(("106540352242922", "102290129340398123456", "2729063490586005"), (message.PhoneNumberId, message.WabaId, message.BusinessId));
        Assert.Equal("3", message.Version);
        Assert.Equal(["4052175343162067"], message.AdAccountIds);
        Assert.Equal(["1791141545170328", "7"], message.PageIds);
        Assert.Empty(message.DatasetIds);
        Assert.Equal(["1", "2", "3"], [.. message.CatalogIds, .. message.InstagramAccountIds, .. message.WabaIds]);
        Assert.Equal("FINISH", message.ToString());
    }

    [Theory]
    [InlineData("FINISH_ONLY_WABA", EmbeddedSignupFinish.WithoutNumber)]
    [InlineData("FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING", EmbeddedSignupFinish.BusinessApp)]
    [InlineData("FINISH_GRANT_ONLY_API_ACCESS", EmbeddedSignupFinish.AppOnly)]
    [InlineData("FINISH_OBO_MIGRATION", EmbeddedSignupFinish.OnBehalfMigration)]
    [InlineData("FINISH_IN_SOME_NEW_WAY", EmbeddedSignupFinish.Unknown)]
    public void Every_way_to_finish_is_told(string name, EmbeddedSignupFinish kind)
    {
        EmbeddedSignupFinished message = Assert.IsType<EmbeddedSignupFinished>(EmbeddedSignupMessage.Parse($$$"""{"type":"WA_EMBEDDED_SIGNUP","event":"{{{name}}}","data":{"waba_id":"1"}}"""));

        Assert.Equal((kind, name, "1", null), (message.Kind, message.Event, message.WabaId, message.PhoneNumberId));
    }

    [Fact]
    public void A_customer_who_left_was_at_a_step()
    {
        EmbeddedSignupCancelled message = Assert.IsType<EmbeddedSignupCancelled>(
            EmbeddedSignupMessage.Parse("""{"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","version":"3","data":{"current_step":"PHONE_NUMBER_SETUP"}}"""));

        Assert.Equal("PHONE_NUMBER_SETUP", message.CurrentStep);
        Assert.Null(message.Error);
    }

    [Theory]
    [InlineData("""{"error_message":"Number is in use","error_code":"524126","session_id":"f34b51dab5e0498","timestamp":"1746041036"}""")]
    [InlineData("""{"error_message":"Number is in use","error_id":524126,"session_id":"f34b51dab5e0498","timestamp":1746041036000}""")]
    public void A_reported_error_is_read_in_old_and_new_form(string data)
    {
        EmbeddedSignupCancelled message = Assert.IsType<EmbeddedSignupCancelled>(EmbeddedSignupMessage.Parse($$"""{"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","data": {{data}} }"""));

        Assert.NotNull(message.Error);
        Assert.Equal(("Number is in use", "524126", "f34b51dab5e0498"), (message.Error.Message, message.Error.Code, message.Error.SessionId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1746041036), message.Error.Timestamp);
        Assert.Equal("error 524126", message.Error.ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"error_message":7,"timestamp":"soon"}""")]
    public void A_failed_flow_may_say_nothing(string data)
    {
        EmbeddedSignupFailed message = Assert.IsType<EmbeddedSignupFailed>(EmbeddedSignupMessage.Parse($$"""{"type":"WA_EMBEDDED_SIGNUP","event":"ERROR","data": {{data}} }"""));

        Assert.Null(message.Error.Timestamp);
    }

    [Fact]
    public void An_unknown_event_is_kept()
    {
        EmbeddedSignupUnknown message = Assert.IsType<EmbeddedSignupUnknown>(EmbeddedSignupMessage.Parse("""{"type":"WA_EMBEDDED_SIGNUP","event":"PROGRESS","data":{"screen":1}}"""));

        Assert.Equal("PROGRESS", message.Event);
        Assert.Equal("""{"screen":1}""", System.Text.Encoding.UTF8.GetString(message.Data!.Utf8.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("cb=f1&domain=example.com")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"OTHER","event":"FINISH"}""")]
    [InlineData("""{"type":"WA_EMBEDDED_SIGNUP"}""")]
    [InlineData("""{"type":"WA_EMBEDDED_SIGNUP","event":7}""")]
    [InlineData("""{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","data":{""")]
    public void What_other_frames_post_is_no_message(string? text)
    {
        Assert.False(EmbeddedSignupMessage.TryParse(text, out EmbeddedSignupMessage? message));
        Assert.Null(message);
        if (text is not null)
        {
            Assert.Throws<FormatException>(() => EmbeddedSignupMessage.Parse(text));
        }
    }

    [Fact]
    public void Nothing_that_a_browser_posts_throws()
    {
        int seed = Random.Shared.Next();
        var random = new Random(seed);
        byte[] valid = """{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","version":3,"data":{"phone_number_id":"1","waba_id":"2","page_ids":["3"]}}"""u8.ToArray();
        for (int i = 0; i < 5000; i++)
        {
            byte[] bytes = [.. valid];
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Exception? exception = Record.Exception(() => EmbeddedSignupMessage.TryParse(bytes.AsSpan(0, random.Next(bytes.Length + 1)), out _));
            Assert.True(exception is null, $"seed {seed}, round {i}: {exception}");
        }
    }
}
