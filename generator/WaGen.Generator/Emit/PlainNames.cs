namespace WaGen.Generator.Emit;

/// <summary>The usings of printed files, and the names that printed code can say without a namespace because of them.</summary>
/// <remarks>
/// The usings stand inside the namespace: there they come before the types of all outer namespaces and before the usings of the project, so that
/// no type of the project can take their place. Only a type of the very same namespace could, and for that reason no schema may use these names.
/// </remarks>
internal static class PlainNames
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "CancellationToken", "DateTimeOffset", "GeneratedCode", "GeneratedCodeAttribute", "IBufferWriter", "IJsonEnumReader", "IJsonView", "IWebhookEvent", "IWebhookHandler",
        "JsonBinder", "JsonItems", "JsonView", "RawJson", "ReadOnlySpan", "ScalarForms", "TextList", "TextMap", "ValueTask", "ViewList", "ViewMap",
        "WebhookContract", "WebhookDelivery", "WebhookField", "WebhookItem", "WebhookKey", "WebhookLookups", "WebhookRouter",
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> All => Types;

    /// <summary>Whether printed code would mean something else if a type of its namespace had the name.</summary>
    public static bool Contains(string name) => Types.Contains(name);

    /// <summary>Prints the namespace of a file and its usings.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The namespace.</param>
    /// <param name="more">Namespaces that not every file needs.</param>
    public static void Namespace(CodeWriter writer, string name, params string[] more)
    {
        writer.Line($"namespace {name};");
        writer.Line();
        foreach (string space in more.Concat(["System", "System.CodeDom.Compiler", "WaGen", "WaGen.Runtime"]).OrderBy(static n => n, StringComparer.Ordinal))
        {
            writer.Line($"using global::{space};");
        }
    }
}
