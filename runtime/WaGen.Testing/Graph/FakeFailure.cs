namespace WaGen.Testing;

/// <summary>A failure of a <see cref="FakeGraph"/> on demand.</summary>
public sealed record FakeFailure
{
    /// <summary>Gets the name of the operation that fails; null for any.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets how many requests fail.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets the code of the Graph error; null answers no Graph error body.</summary>
    public int? Code { get; init; }

    /// <summary>Gets the subcode; null leaves it out.</summary>
    public int? Subcode { get; init; }

    /// <summary>Gets the HTTP status; null takes the usual one of the code, or 500 without a code.</summary>
    public int? Status { get; init; }

    /// <summary>Gets what the error says in full; null leaves it out.</summary>
    public string? Details { get; init; }

    /// <summary>Gets whether the error says that it passes by itself; null leaves it out.</summary>
    public bool? IsTransient { get; init; }

    /// <summary>Gets further headers of the answer, such as <c>Retry-After</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets how long it takes until the failure shows. Given alone, the request is only served late.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Gets a value indicating whether the connection is closed without an answer, after the request was read.</summary>
    public bool DropsConnection { get; init; }

    /// <summary>Gets a value indicating whether the request is served before: the message is sent and the caller does not get to know.</summary>
    public bool AfterServing { get; init; }

    /// <summary>Gets a value indicating whether nothing fails and the answer only comes late.</summary>
    internal bool IsDelayAlone => Delay != TimeSpan.Zero && Code is null && Status is null && !DropsConnection && !AfterServing;
}
