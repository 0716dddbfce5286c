namespace WaGen.Testing;

/// <summary>The order in which statuses are delivered. The times in them tell the order in which they happened.</summary>
public enum StatusOrder
{
    /// <summary>As they happened.</summary>
    InOrder,

    /// <summary>The last one first.</summary>
    Reversed,

    /// <summary>In an order that <see cref="StatusPlayback.Seed"/> decides.</summary>
    Shuffled,
}
