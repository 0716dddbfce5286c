namespace WaGen;

/// <summary>What went wrong in the window, as the customer reported it.</summary>
public sealed record EmbeddedSignupError
{
    /// <summary>Gets what the customer read; null when it was not told. It is a text of Meta, not fit for a log.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the number of the error, which older flows call its id; null when it was not told.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the id of the session, which Meta's support asks for; null when it was not told.</summary>
    public string? SessionId { get; init; }

    /// <summary>Gets when it happened; null when it was not told.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Returns the number of the error, without texts.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => Code is null ? "error" : "error " + Code;
}
