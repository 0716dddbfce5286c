namespace WaGen.Testing;

/// <summary>The words for the states of Flows.</summary>
internal static class FlowStates
{
    public const string Draft = "DRAFT";
    public const string Published = "PUBLISHED";
    public const string Deprecated = "DEPRECATED";
    public const string Throttled = "THROTTLED";
    public const string Blocked = "BLOCKED";
}
