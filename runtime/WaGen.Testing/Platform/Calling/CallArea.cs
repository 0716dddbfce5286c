using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Calls, and the permission to make them.</summary>
internal sealed class CallArea(FakePlatform platform) : IPlatformArea
{
    private const int NotEnabled = 138000;
    private const int AlreadyRunning = 138003;
    private const int NoPermission = 138006;
    private const int TooManyCalls = 138012;

    public void Register(PlatformTable table)
    {
        table.Add("Call", Call);
        table.Add("GetCallPermission", GetPermission);
    }

    /// <summary>The user whom a request is about: an id, or the digits of a phone number.</summary>
    public static string? UserOf(PlatformCall call, string phoneMember) => call.NonEmpty("recipient") ?? (call.NonEmpty(phoneMember) is { } phone ? PhoneNumbers.Normalize(phone) : null);

    private FakeAnswer Call(PlatformCall call)
    {
        if (call.Number.Fields["settings"]?["calling"]?["status"]?.ToString() is not "ENABLED")
        {
            return call.Error(NotEnabled, "Calling is not enabled for the number");
        }

        string action = call.NonEmpty("action") ?? "connect";
        if (action is "connect")
        {
            return Connect(call);
        }

        if (FakePlatform.FindCall(call.Number, call.NonEmpty("call_id")) is not { } running)
        {
            return call.Bad("'call_id' names no call that is running");
        }

        switch (action)
        {
            case "pre_accept" or "accept" when call.Object("session") is not { } session || session.Said("sdp").Length == 0:
                return call.Missing("session");
            case "pre_accept" or "accept" or "reject" when !running.IsFromUser:
                return call.Bad("Only calls of users can be accepted or rejected");
            case "pre_accept":
                break;
            case "accept":
                running.AnsweredAt ??= call.Now;
                running.CallbackData = call.NonEmpty("biz_opaque_callback_data") ?? running.CallbackData;
                call.Number.Calling.Requests.Remove(running.User);
                break;
            case "reject" or "terminate":
                platform.FinishCall(call.Number, running);
                break;
            default:
                return call.Bad("'action' must be connect, pre_accept, accept, reject or terminate");
        }

        return call.AnswerWithProduct(new JsonObject { ["success"] = true });
    }

    private FakeAnswer Connect(PlatformCall call)
    {
        if (UserOf(call, "to") is not { } user)
        {
            return call.Missing("to");
        }

        if (call.Object("session") is null && call.Object("connection") is null)
        {
            return call.Missing("session");
        }

        CallingState state = call.Number.Calling;
        if (!state.MayCall(user, call.Now))
        {
            return call.Error(NoPermission, "The user has not allowed calls");
        }

        if (state.Calls.Values.Any(c => c.User.Equals(user, StringComparison.Ordinal)))
        {
            return call.Error(AlreadyRunning, "There is a call with the user already", status: 400);
        }

        if (CallingState.Count(state.Connected, user, call.Now - CallingState.Day) >= CallingState.MostCallsOfDay)
        {
            return call.Error(TooManyCalls, "The user was called too often", status: 429);
        }

        RunningCall running = FakePlatform.StartCall(call.Number, user, isFromUser: false, call.NonEmpty("biz_opaque_callback_data"));
        platform.Fire(CallEvents.Status(call.Number, running, "RINGING"));
        return call.AnswerWithProduct(new JsonObject { ["calls"] = new JsonArray(new JsonObject { ["id"] = running.Id }) });
    }

    private static FakeAnswer GetPermission(PlatformCall call)
    {
        if (UserOf(call, "user_wa_id") is not { } user)
        {
            return call.Missing("user_wa_id");
        }

        CallingState state = call.Number.Calling;
        bool mayCall = state.MayCall(user, call.Now);
        var permission = new JsonObject { ["status"] = "no_permission" };
        bool isPermanent = false;
        if (mayCall)
        {
            DateTimeOffset until = state.Permissions[user];
            isPermanent = until == DateTimeOffset.MaxValue;
            permission["status"] = isPermanent ? "permanent" : "temporary";
            if (!isPermanent)
            {
                permission["expiration_time"] = until.ToUnixTimeSeconds();
            }
        }

        return call.AnswerWithProduct(new JsonObject
        {
            ["permission"] = permission,
            ["actions"] = new JsonArray(
                Action(
                    "send_call_permission_request",
                    !isPermanent && state.MayAsk(user, call.Now),
                    Limit(state.Requests, user, "PT24H", CallingState.Day, CallingState.MostRequestsOfDay, call.Now),
                    Limit(state.Requests, user, "P7D", CallingState.Week, CallingState.MostRequestsOfWeek, call.Now)),
                Action("start_call", mayCall, Limit(state.Connected, user, "PT24H", CallingState.Day, CallingState.MostCallsOfDay, call.Now))),
        });
    }

    private static JsonObject Action(string name, bool isPossible, params JsonNode[] limits) => new() { ["action_name"] = name, ["can_perform_action"] = isPossible, ["limits"] = new JsonArray(limits) };

    private static JsonObject Limit(Dictionary<string, List<DateTimeOffset>> times, string user, string name, TimeSpan period, int most, DateTimeOffset now)
    {
        int used = CallingState.Count(times, user, now - period);
        var limit = new JsonObject { ["time_period"] = name, ["max_allowed"] = most, ["current_usage"] = used };
        if (used >= most)
        {
            limit["limit_expiration_time"] = (times[user].First(at => at > now - period) + period).ToUnixTimeSeconds();
        }

        return limit;
    }
}
