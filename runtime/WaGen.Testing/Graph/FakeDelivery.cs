using System.Diagnostics;

namespace WaGen.Testing;

/// <summary>A webhook that a <see cref="FakeGraph"/> posted.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FakeDelivery
{
    internal FakeDelivery()
    {
    }

    /// <summary>Gets the body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets the statuses in the body, such as <c>sent</c>; empty for other events.</summary>
    public required IReadOnlyList<FakeStatus> Statuses { get; init; }

    /// <summary>Gets the name of the webhook field that the platform told about; null for statuses and for what a test posted itself.</summary>
    public string? Field { get; init; }

    /// <summary>Gets where it was posted.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Gets how the endpoint answered each try: the HTTP status, 0 when there was no answer.</summary>
    public required IReadOnlyList<int> Attempts { get; init; }

    /// <summary>Gets a value indicating whether the last try was answered with 200.</summary>
    public bool IsDelivered => Attempts.Count > 0 && Attempts[^1] == 200;

    /// <summary>Returns what was delivered and how it was answered, without content.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() =>
        $"{(Statuses.Count == 0 ? Field ?? "webhook" : string.Join(", ", Statuses.Select(static s => s.Status)))}: {string.Join(", ", Attempts)}";
}
