namespace WaGen.Testing;

/// <summary>A call that has not ended.</summary>
internal sealed class RunningCall(string id, string user, bool isFromUser, string? callbackData)
{
    public string Id { get; } = id;

    public string User { get; } = user;

    public bool IsFromUser { get; } = isFromUser;

    public string? CallbackData { get; set; } = callbackData;

    /// <summary>Gets or sets when somebody has answered; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Returns the id, without the user.</summary>
    public override string ToString() => Id;
}
