using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A group that a number has made.</summary>
public sealed class FakeGroup : FakeNode
{
    private const int LinkBytes = 11;

    internal FakeGroup(FakePlatform platform, FakeNumber number, string subject, string? description, bool needsApproval)
        : base(platform, "Y2FwaV9ncm91cDo" + Convert.ToBase64String(Encoding.ASCII.GetBytes(FakePlatform.NewId())).TrimEnd('=') + "ZD")
    {
        Number = number;
        Fields["subject"] = subject;
        Fields["description"] = description ?? string.Empty;
        Fields["join_approval_mode"] = needsApproval ? "approval_required" : "auto_approve";
        Fields["creation_timestamp"] = PlatformEvent.Timestamp(platform.Now);
        ResetLink();
    }

    /// <summary>Gets the number that has made it.</summary>
    public FakeNumber Number { get; }

    /// <summary>Gets the subject.</summary>
    public string Subject => Platform.Locked(() => Text("subject") ?? string.Empty);

    /// <summary>Gets the description; empty without one.</summary>
    public string Description => Platform.Locked(() => Text("description") ?? string.Empty);

    /// <summary>Gets a value indicating whether users have to be let in.</summary>
    public bool NeedsApproval => Platform.Locked(() => Text("join_approval_mode") is "approval_required");

    /// <summary>Gets a value indicating whether the platform has suspended it.</summary>
    public bool IsSuspended => Platform.Locked(() => Suspended);

    /// <summary>Gets the address that users join with; null when there is none.</summary>
    public string? InviteLink => Platform.Locked(() => Link);

    /// <summary>Gets the phone numbers of the users in it, digits only.</summary>
    public IReadOnlyList<string> Participants => Platform.Locked(() => Members.ToArray());

    /// <summary>Gets the ids of the requests of users to be let in.</summary>
    public IReadOnlyList<string> JoinRequestIds => Platform.Locked(() => Requests.Select(static r => r.Id).ToArray());

    /// <inheritdoc/>
    internal override string DefaultFields => "id";

    /// <inheritdoc/>
    internal override FakeAccount? OwnerAccount => Number.Account;

    internal bool Suspended { get; set; }

    internal string? Link { get; set; }

    internal List<string> Members { get; } = [];

    internal List<JoinRequest> Requests { get; } = [];

    /// <summary>Gets those that the business has removed: they cannot come back.</summary>
    internal HashSet<string> Removed { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "group-id";

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field switch
    {
        "suspended" => Suspended,
        "participants" => new JsonArray([.. Members.Select(static m => new JsonObject { ["wa_id"] = m })]),
        "total_participant_count" => Members.Count,
        _ => null,
    };

    internal void ResetLink() => Link = "https://chat.whatsapp.com/" + Convert.ToHexString(RandomNumberGenerator.GetBytes(LinkBytes));

    /// <summary>A user who asks to be let in.</summary>
    internal sealed record JoinRequest(string Id, string User, DateTimeOffset At)
    {
        /// <summary>Returns the id, without the user.</summary>
        public override string ToString() => Id;
    }
}
