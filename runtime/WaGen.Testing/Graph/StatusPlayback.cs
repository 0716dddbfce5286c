namespace WaGen.Testing;

/// <summary>Which statuses a sent message gets, and how the webhooks of them are delivered.</summary>
public sealed record StatusPlayback
{
    /// <summary>Gets <c>sent</c>, <c>delivered</c> and <c>read</c>, in order and one by one.</summary>
    public static StatusPlayback Default { get; } = new();

    /// <summary>Gets the statuses in the order in which they happen. A reaction gets the first one only, as on the platform.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = ["sent", "delivered", "read"];

    /// <summary>Gets the code of the error in <c>failed</c>.</summary>
    public int FailureCode { get; init; } = 131026;

    /// <summary>Gets what the error says in full; null takes the title of the code.</summary>
    public string? FailureDetails { get; init; }

    /// <summary>Gets the order in which the statuses are delivered.</summary>
    public StatusOrder Order { get; init; }

    /// <summary>Gets what <see cref="StatusOrder.Shuffled"/> starts from: the same seed gives the same order.</summary>
    public int Seed { get; init; }

    /// <summary>Gets how often each status is delivered.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Gets a value indicating whether all statuses stand in one body.</summary>
    public bool IsBatched { get; init; }

    /// <summary>Gets the time before each body.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Gets how often a body is posted until it is answered with 200.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Gets the time before the third try, doubled before each one after that. The second one follows at once, as on the platform.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A playback that ends in <c>failed</c>.</summary>
    /// <param name="code">The code of the error.</param>
    /// <param name="details">What it says in full; null takes the title of the code.</param>
    /// <returns>The playback.</returns>
    public static StatusPlayback Failed(int code = 131026, string? details = null) => new() { Statuses = ["failed"], FailureCode = code, FailureDetails = details };
}
