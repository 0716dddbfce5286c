namespace WaGen.Testing;

/// <summary>Decides whether messages can be sent to groups.</summary>
internal static class GroupSends
{
    /// <summary>Checks a message to a group.</summary>
    /// <returns>The error; null when it goes to a user, or can be sent.</returns>
    public static FakeAnswer? Check(PlatformCall call)
    {
        if (call.Text("recipient_type") is not "group")
        {
            return null;
        }

        FakeGroup? group = call.Platform.FindNode(call.Text("to") ?? string.Empty) as FakeGroup;
        return group is null || group.Number != call.Number ? call.Error(GroupErrors.Unknown, "There is no such group of the number")
            : group.Suspended ? call.Error(GroupErrors.Suspended, "The group is suspended")
            : group.Members.Count == 0 ? call.Error(GroupErrors.Empty, "Nobody but the business is in the group")
            : null;
    }
}
