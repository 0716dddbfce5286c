using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>The webhooks about calls.</summary>
internal static class CallEvents
{
    private const string Field = "calls";

    /// <summary>A call can be connected.</summary>
    public static PlatformEvent Connect(FakeNumber number, RunningCall call, string sdp)
    {
        JsonObject value = Start(number, call, "connect");
        value["session"] = new JsonObject { ["sdp_type"] = call.IsFromUser ? "offer" : "answer", ["sdp"] = sdp };
        return Of(number, call, value);
    }

    public static PlatformEvent Terminate(FakeNumber number, RunningCall call)
    {
        DateTimeOffset now = number.Platform.Now;
        JsonObject value = Start(number, call, "terminate");
        value["status"] = call.AnsweredAt is null ? "FAILED" : "COMPLETED";
        if (call.AnsweredAt is { } start)
        {
            value["start_time"] = PlatformEvent.Timestamp(start);
            value["end_time"] = PlatformEvent.Timestamp(now);
            value["duration"] = (long)(now - start).TotalSeconds;
        }

        return Of(number, call, value);
    }

    public static PlatformEvent Status(FakeNumber number, RunningCall call, string status)
    {
        var value = new JsonObject { ["id"] = call.Id, ["type"] = "call", ["status"] = status, ["timestamp"] = PlatformEvent.Timestamp(number.Platform.Now), ["recipient_id"] = call.User };
        AddData(value, call);
        return PlatformEvent.Of(number, Field, new JsonObject { ["statuses"] = new JsonArray(value) });
    }

    private static JsonObject Start(FakeNumber number, RunningCall call, string happened)
    {
        var value = new JsonObject
        {
            ["id"] = call.Id,
            ["event"] = happened,
            ["timestamp"] = PlatformEvent.Timestamp(number.Platform.Now),
            ["direction"] = call.IsFromUser ? "USER_INITIATED" : "BUSINESS_INITIATED",
            ["from"] = call.IsFromUser ? call.User : number.Phone,
            ["to"] = call.IsFromUser ? number.Phone : call.User,
        };
        AddData(value, call);
        return value;
    }

    private static void AddData(JsonObject value, RunningCall call)
    {
        if (call.CallbackData is not null)
        {
            value["biz_opaque_callback_data"] = call.CallbackData;
        }
    }

    private static PlatformEvent Of(FakeNumber number, RunningCall call, JsonObject value) =>
        PlatformEvent.Of(number, Field, new JsonObject { ["contacts"] = new JsonArray(new JsonObject { ["wa_id"] = call.User }), ["calls"] = new JsonArray(value) });
}
