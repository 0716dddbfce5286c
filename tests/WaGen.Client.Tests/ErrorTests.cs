using System.Net;

namespace WaGen.Client.Tests;

/// <summary>What an exception tells, whatever the answer looked like.</summary>
public sealed class ErrorTests
{
    [Fact]
    public async Task An_error_is_told_in_full()
    {
        WhatsAppApiException exception = await FailAsync(Reply.Json(401, """
            {"error":{"message":"(#190) of 15550001111","type":"OAuthException","code":190,"error_subcode":463,"error_user_title":"Log in","error_user_msg":"Dear 15550001111",
             "is_transient":false,"fbtrace_id":"A1-b_2","error_data":{"messaging_product":"whatsapp","details":"Token of 15550001111"}}}
            """));

        Assert.Equal("SendParcel", exception.Operation);
        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.Equal(190, exception.Code);
        Assert.Equal(463, exception.Subcode);
        Assert.Equal("OAuthException", exception.Type);
        Assert.Equal("A1-b_2", exception.TraceId);
        Assert.Equal("Token expired", exception.Title);
        Assert.Equal("(#190) of 15550001111", exception.ApiMessage);
        Assert.Equal("Token of 15550001111", exception.Details);
        Assert.Equal("Log in", exception.UserTitle);
        Assert.Equal("Dear 15550001111", exception.UserMessage);
        Assert.False(exception.IsTransient);
        Assert.Equal(ApiErrorClass.FixAccount, exception.ErrorClass);
        Assert.Equal("error", Assert.Single(Assert.IsType<Note>(exception.Error).UnknownMembers).Name);
        Assert.Equal("SendParcel failed: error 190/463 (Token expired), HTTP 401. Check the token, its permissions, the account and the number. Trace id A1-b_2.", exception.Message);
    }

    [Fact]
    public async Task Nothing_that_the_api_wrote_in_words_gets_into_the_text()
    {
        WhatsAppApiException exception = await FailAsync(Reply.Json(400, """{"error":{"message":"M 15550001111","code":100,"type":"T 15550001111","fbtrace_id":"to 15550001111"}}"""));

        Assert.DoesNotContain("15550001111", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Setup.Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Not found</html>")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"error":"invalid_request"}""")]
    [InlineData("""{"error":null}""")]
    [InlineData("""{"error":{}}""")]
    [InlineData("""{"error":{"code":null,"message":"x"}}""")]
    [InlineData("""{"error":{"code":99999999999}}""")]
    [InlineData("""{"error":{"code":1.5}}""")]
    [InlineData("""{"success":false}""")]
    public async Task A_body_that_is_no_error_of_the_api_leaves_the_status(string body)
    {
        WhatsAppApiException exception = await FailAsync(Reply.Json(404, body));

        Assert.Null(exception.Code);
        Assert.Equal(HttpStatusCode.NotFound, exception.StatusCode);
        Assert.Equal(ApiErrorClass.FixRequest, exception.ErrorClass);
        Assert.StartsWith("SendParcel failed: HTTP 404 without an error of the API.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":100}}""")]
    [InlineData("""{"error":{"code":100,"message":7,"type":[],"error_data":"x","fbtrace_id":{},"error_subcode":"a","is_transient":"maybe"}}""")]
    [InlineData("""{"error":{"code":100,"error_data":{"details":null}}}""")]
    public async Task Members_that_are_missing_or_of_another_kind_are_null(string body)
    {
        WhatsAppApiException exception = await FailAsync(Reply.Json(400, body));

        Assert.Equal(100, exception.Code);
        Assert.Null(exception.Subcode);
        Assert.Null(exception.Type);
        Assert.Null(exception.ApiMessage);
        Assert.Null(exception.Details);
        Assert.Null(exception.TraceId);
        Assert.False(exception.IsTransient);
    }

    [Fact]
    public async Task An_error_that_breaks_off_leaves_the_status()
    {
        WhatsAppApiException exception = await FailAsync(Reply.Json(400, """{"error":{"code":100""") with { Missing = 10 });

        Assert.Null(exception.Code);
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(304)]
    public async Task A_redirect_of_a_send_is_an_error(int status)
    {
        WhatsAppApiException exception = await FailAsync(new Reply { Status = status, Headers = ["Location: /elsewhere"] });

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal(ApiErrorClass.Unknown, exception.ErrorClass);
    }

    [Fact]
    public void Applications_can_make_exceptions_for_their_tests()
    {
        var exception = new WhatsAppApiException("No.") { Code = 1, ErrorClass = ApiErrorClass.Never, RetryAfter = TimeSpan.FromSeconds(1) };
        var unknown = new WhatsAppOutcomeUnknownException { Reason = OutcomeUnknownReason.TimedOut };

        Assert.Equal("No.", exception.Message);
        Assert.NotEmpty(unknown.Message);
    }

    private static async Task<WhatsAppApiException> FailAsync(Reply reply)
    {
        await using var server = new LoopbackServer(reply, Reply.Ok);
        await using var setup = new Setup(server);
        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => setup.SendAsync());
        Assert.Single(server.Requests);
        return exception;
    }
}
