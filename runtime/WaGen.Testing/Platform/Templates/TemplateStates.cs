namespace WaGen.Testing;

/// <summary>The words for the states of templates.</summary>
internal static class TemplateStates
{
    public const string Pending = "PENDING";
    public const string Approved = "APPROVED";
    public const string Rejected = "REJECTED";
    public const string Paused = "PAUSED";
    public const string Disabled = "DISABLED";
    public const string Archived = "ARCHIVED";
    public const string Unarchived = "UNARCHIVED";
    public const string Deleted = "DELETED";
    public const string PendingDeletion = "PENDING_DELETION";

    /// <summary>The reason when there is none.</summary>
    public const string NoReason = "NONE";
}
