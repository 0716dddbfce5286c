using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>What surrounds a call.</summary>
public sealed class CallContextTests
{
    [Fact]
    public void A_failed_call_keeps_the_errors_beside_it_when_it_is_detached()
    {
        Call call = Call.Parse(Body(
            """{"id":"wacid.1","event":"terminate","status":"Failed"}""",
            ""","errors":[{"code":138020,"message":"Relay failed"}]"""));

        Call detached = call.Detach();

        Assert.Equal(CallOutcome.Failed, detached.Status);
        Assert.Equal("Failed", detached.StatusText);
        Assert.Equal(138020, Assert.Single(detached.GetContext().Errors).Code);
    }

    [Theory]
    [InlineData("""{"wa_id":"77","user_id":"US.2","profile":{"name":"Eve"}},{"user_id":"US.1","profile":{"name":"Ada"}}""", "Ada")]
    [InlineData("""{"wa_id":"77","profile":{"name":"Ada"}}""", "Ada")]
    [InlineData("""{"wa_id":"78","profile":{"name":"Eve"}}""", null)]
    public void The_user_is_found_by_user_id_before_phone_number_on_either_end_of_the_call(string contacts, string? name)
    {
        string caller = """{"id":"wacid.1","event":"connect","from":"77","from_user_id":"US.1","to":"15555500100"}""";
        string callee = """{"id":"wacid.1","event":"connect","to":"77","to_user_id":"US.1","from":"15555500100"}""";

        Assert.All([caller, callee], call =>
            Assert.Equal(name, Call.Parse(Body(call, $""","contacts":[{contacts}]""")).GetContext().Contact.Profile.Name));
    }

    [Fact]
    public void The_session_inside_a_text_can_be_parsed()
    {
        Call call = Call.Parse(Body(
            """{"id":"wacid.1","event":"connect","connection":{"webrtc":{"sdp":"{\"type\":\"answer\",\"sdp\":\"v=0\\r\\n\"}"}}}""", string.Empty));

        Assert.False(call.Session.IsPresent);
        Assert.Equal("v=0\r\n", call.Connection.Webrtc.ParseSdp()["sdp"u8].GetString());
    }

    private static byte[] Body(string call, string beside) => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"calls","value":{"calls":[{{{call}}}]{{{beside}}}}}]}]}""");
}
