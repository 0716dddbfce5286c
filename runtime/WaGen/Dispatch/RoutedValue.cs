namespace WaGen.Runtime;

/// <summary>One value of a field, and what was noted while it was routed.</summary>
internal struct RoutedValue
{
    /// <summary>The field.</summary>
    public WebhookField Field;

    /// <summary>The block of the value.</summary>
    public int Block;

    /// <summary>The first of its event arrays.</summary>
    public int FirstArray;

    /// <summary>How many event arrays it has.</summary>
    public int ArrayCount;

    /// <summary>The first difference from the schema.</summary>
    public int FirstDrift;

    /// <summary>The difference after its last one.</summary>
    public int EndDrift;
}
