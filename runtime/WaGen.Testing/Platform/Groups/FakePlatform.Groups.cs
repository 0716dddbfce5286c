using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What users and the platform do with groups.</summary>
public sealed partial class FakePlatform
{
    internal const int MostParticipants = 8;

    /// <summary>Makes a group. Nobody is told.</summary>
    /// <param name="number">The number that has it.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="needsApproval">Whether users have to be let in.</param>
    /// <returns>The group, without users.</returns>
    public FakeGroup AddGroup(FakeNumber number, string subject, bool needsApproval = false)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(subject);
        return Act(() => Add(new FakeGroup(this, number, subject, description: null, needsApproval)));
    }

    /// <summary>Lets a user open the link of a group. Where users have to be let in, the user asks for it.</summary>
    /// <param name="group">The group.</param>
    /// <param name="phone">The phone number of the user; all but its digits is passed over.</param>
    /// <returns>False when the user was removed before, is there already, or there is no place left.</returns>
    public bool JoinGroup(FakeGroup group, string phone)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrEmpty(phone);
        return Act(() =>
        {
            string user = PhoneNumbers.Normalize(phone);
            if (group.Link is null || group.Suspended || group.Removed.Contains(user) || group.Members.Contains(user) || group.Requests.Exists(r => r.User.Equals(user, StringComparison.Ordinal)) || group.Members.Count >= MostParticipants)
            {
                return false;
            }

            if (group.NeedsApproval)
            {
                var request = new FakeGroup.JoinRequest("MTU1" + NewId(), user, Now);
                group.Requests.Add(request);
                Fire(GroupEvents.Asked(group, request, isRevoked: false));
                return true;
            }

            group.Members.Add(user);
            Fire(GroupEvents.Joined(group, new JsonArray(new JsonObject { ["wa_id"] = user })));
            return true;
        });
    }

    /// <summary>Lets a user leave a group, or no more ask to be let in.</summary>
    /// <param name="group">The group.</param>
    /// <param name="phone">The phone number of the user; all but its digits is passed over.</param>
    public void LeaveGroup(FakeGroup group, string phone)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrEmpty(phone);
        Act(() =>
        {
            string user = PhoneNumbers.Normalize(phone);
            if (group.Requests.Find(r => r.User.Equals(user, StringComparison.Ordinal)) is { } request)
            {
                group.Requests.Remove(request);
                Fire(GroupEvents.Asked(group, request, isRevoked: true));
            }
            else if (group.Members.Remove(user))
            {
                Fire(GroupEvents.Removed(group, requestId: null, new JsonArray(new JsonObject { ["wa_id"] = user }), []));
            }
        });
    }

    /// <summary>Suspends a group, or ends that.</summary>
    /// <param name="group">The group.</param>
    /// <param name="isSuspended">Whether it is suspended now.</param>
    public void SuspendGroup(FakeGroup group, bool isSuspended = true)
    {
        ArgumentNullException.ThrowIfNull(group);
        Act(() =>
        {
            group.Suspended = isSuspended;
            Fire(GroupEvents.Suspension(group));
        });
    }
}
