namespace WaGen.Testing;

/// <summary>The parameters in paths that name objects.</summary>
internal static class NodeKinds
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "phone-number-id", "account-number-id", "waba-id", "business-id", "app-id", "user-id", "node-id", "template-id", "flow-id", "group-id", "solution-id",
        "credit-line-id", "allocation-config-id", "preverified-number-id", "migration-intent-id", "obo-intent-id", "profile-id", "bot-id", "signup-id",
    };

    /// <summary>Whether the platform knows all objects of the kind: one that it does not know does not exist.</summary>
    public static bool AreKnown(string placeholder) => Known.Contains(placeholder);

    /// <summary>The first parameter in the path; null without one.</summary>
    public static string? PlaceholderOf(ApiOperation operation)
    {
        int open = operation.Path.IndexOf('{', StringComparison.Ordinal);
        int close = operation.Path.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || close < open ? null : operation.Path[(open + 1)..close];
    }
}
