using System.Security.Cryptography;

namespace WaGen.Testing;

/// <summary>What users do with calls.</summary>
public sealed partial class FakePlatform
{
    private const int CallIdBytes = 16;
    private const string NoCall = "There is no such call.";
    private static readonly TimeSpan TemporaryPermission = TimeSpan.FromDays(7);

    /// <summary>Lets a user allow that a number calls. Nobody is told.</summary>
    /// <param name="number">The number.</param>
    /// <param name="phone">The phone number of the user; all but its digits is passed over.</param>
    /// <param name="isPermanent">Whether it holds until it is taken back; otherwise for 7 days.</param>
    public void AllowCalls(FakeNumber number, string phone, bool isPermanent = false)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(phone);
        Act(() => number.Calling.Permissions[PhoneNumbers.Normalize(phone)] = isPermanent ? DateTimeOffset.MaxValue : Now + TemporaryPermission);
    }

    /// <summary>Lets a user forbid that a number calls. Nobody is told.</summary>
    /// <param name="number">The number.</param>
    /// <param name="phone">The phone number of the user; all but its digits is passed over.</param>
    public void ForbidCalls(FakeNumber number, string phone)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(phone);
        Act(() => number.Calling.Permissions.Remove(PhoneNumbers.Normalize(phone)));
    }

    /// <summary>Lets a user call a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="phone">The phone number of the user; all but its digits is passed over.</param>
    /// <param name="sdp">The session that the user offers.</param>
    /// <returns>The id of the call.</returns>
    public string CallNumber(FakeNumber number, string phone, string sdp = "v=0\r\n")
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(phone);
        ArgumentNullException.ThrowIfNull(sdp);
        return Act(() =>
        {
            RunningCall call = StartCall(number, PhoneNumbers.Normalize(phone), isFromUser: true, callbackData: null);
            Fire(CallEvents.Connect(number, call, sdp));
            return call.Id;
        });
    }

    /// <summary>Lets a user take the call of a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="callId">The id of the call.</param>
    /// <param name="sdp">The session that the user answers.</param>
    /// <exception cref="ArgumentException">The call does not exist, or the user has made it.</exception>
    public void TakeCall(FakeNumber number, string callId, string sdp = "v=0\r\n")
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(sdp);
        Act(() =>
        {
            RunningCall call = FindCall(number, callId) is { IsFromUser: false } found ? found : throw new ArgumentException(NoCall, nameof(callId));
            call.AnsweredAt = Now;
            CallingState state = number.Calling;
            CallingState.Note(state.Connected, call.User, Now);

            // A call that was answered shows that the user wants to talk: requests may be sent again.
            state.Requests.Remove(call.User);
            Fire(CallEvents.Connect(number, call, sdp));
            Fire(CallEvents.Status(number, call, "ACCEPTED"));
        });
    }

    /// <summary>Lets a user end a call, or not take it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="callId">The id of the call.</param>
    /// <exception cref="ArgumentException">The call does not exist.</exception>
    public void EndCall(FakeNumber number, string callId)
    {
        ArgumentNullException.ThrowIfNull(number);
        Act(() =>
        {
            RunningCall call = FindCall(number, callId) ?? throw new ArgumentException(NoCall, nameof(callId));
            if (!call.IsFromUser && call.AnsweredAt is null)
            {
                Fire(CallEvents.Status(number, call, "REJECTED"));
            }

            FinishCall(number, call);
        });
    }

    internal static RunningCall? FindCall(FakeNumber number, string? callId) => callId is null ? null : number.Calling.Calls.GetValueOrDefault(callId);

    internal static RunningCall StartCall(FakeNumber number, string user, bool isFromUser, string? callbackData)
    {
        var call = new RunningCall("wacid." + Convert.ToHexString(RandomNumberGenerator.GetBytes(CallIdBytes)), user, isFromUser, callbackData);
        number.Calling.Calls.Add(call.Id, call);
        return call;
    }

    internal void FinishCall(FakeNumber number, RunningCall call)
    {
        number.Calling.Calls.Remove(call.Id);
        Fire(CallEvents.Terminate(number, call));
    }
}
