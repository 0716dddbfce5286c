namespace WaGen.Testing;

/// <summary>What answers the operations of the platform, by their names.</summary>
internal sealed class PlatformTable
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Adds an operation. It is answered under the lock of the platform; null leaves the answer to the server.</summary>
    public void Add(string operation, Func<PlatformCall, FakeAnswer?> answer) => _entries.Add(operation, new Entry(Prepare: null, answer));

    /// <summary>Adds an operation that has to wait for somebody else before.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="prepare">Waits, outside of the lock. An answer of its own ends the call.</param>
    /// <param name="answer">Answers, under the lock.</param>
    public void Add(string operation, Func<PlatformCall, CancellationToken, Task<FakeAnswer?>> prepare, Func<PlatformCall, FakeAnswer?> answer) =>
        _entries.Add(operation, new Entry(prepare, answer));

    public Entry? Find(string operation) => _entries.GetValueOrDefault(operation);

    internal sealed record Entry(Func<PlatformCall, CancellationToken, Task<FakeAnswer?>>? Prepare, Func<PlatformCall, FakeAnswer?> Answer);
}
