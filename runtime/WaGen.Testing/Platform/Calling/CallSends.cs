using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Decides whether users can be asked for the permission to call them.</summary>
internal static class CallSends
{
    private const int TooManyRequests = 138009;
    private const int PermanentAlready = 138017;

    /// <summary>Checks a message that asks a user for the permission to call, and counts it.</summary>
    /// <returns>The error; null when it asks for nothing, or can be sent.</returns>
    public static FakeAnswer? Check(PlatformCall call)
    {
        if (call.Body["interactive"] is not JsonObject interactive || interactive.Said("type") is not "call_permission_request" || CallArea.UserOf(call, "to") is not { } user)
        {
            return null;
        }

        CallingState state = call.Number.Calling;
        if (state.Permissions.TryGetValue(user, out DateTimeOffset until) && until == DateTimeOffset.MaxValue)
        {
            return call.Error(PermanentAlready, "The user allows calls already", status: 400);
        }

        if (!state.MayAsk(user, call.Now))
        {
            return call.Error(TooManyRequests, "The user was asked too often", status: 400);
        }

        CallingState.Note(state.Requests, user, call.Now);
        return null;
    }
}
