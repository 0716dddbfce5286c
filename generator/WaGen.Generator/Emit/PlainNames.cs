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
        "CancellationToken", "DateTimeOffset", "DebuggerDisplay", "DebuggerDisplayAttribute", "GeneratedCode", "GeneratedCodeAttribute", "IBufferWriter", "IJsonEnumReader", "IJsonView", "IPayload", "IPayloadTexts", "IReadOnlyDictionary", "IWebhookEvent", "IWebhookHandler",
        "JsonBinder", "JsonFragment", "JsonItems", "JsonKind", "JsonView", "Payload", "PayloadCheck", "PayloadLimit", "PayloadLimitAttribute", "PayloadList", "PayloadProblemKind", "PayloadReader", "PayloadRule", "PayloadRuleAttribute", "PayloadWriter", "RawJson", "ScalarForms", "SchemaAdvice", "SchemaAdviceAttribute", "SetsRequiredMembers", "SetsRequiredMembersAttribute", "TextList", "TextMap", "Utf8", "ValueTask", "ViewList", "ViewMap",
        "WebhookContract", "WebhookDelivery", "WebhookField", "WebhookItem", "WebhookKey", "WebhookLookups", "WebhookRouter", "WebhookVariant",
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> All => Types;

    /// <summary>Whether printed code would mean something else if a type of its namespace had the name.</summary>
    public static bool Contains(string name) => Types.Contains(name);

    /// <summary>Prints the namespace of a file and its usings.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The namespace.</param>
    /// <param name="views">Whether the file holds views.</param>
    /// <param name="field">Whether the file holds handlers, a context and events.</param>
    /// <param name="payloads">Whether the file holds payloads.</param>
    public static void Namespace(CodeWriter writer, string name, bool views = false, bool field = false, bool payloads = false)
    {
        writer.Line($"namespace {name};");
        writer.Line();
        string[] ofViews = views ? ["System.Diagnostics"] : [];
        string[] ofField = field ? ["System.Buffers", "System.Threading", "System.Threading.Tasks"] : [];
        string[] ofPayloads = payloads ? ["System.Collections.Generic", "System.Diagnostics.CodeAnalysis"] : [];
        foreach (string space in ofViews.Concat(ofField).Concat(ofPayloads).Concat(["System", "System.CodeDom.Compiler", "WaGen", "WaGen.Runtime"]).Distinct(StringComparer.Ordinal).OrderBy(static n => n, StringComparer.Ordinal))
        {
            writer.Line($"using global::{space};");
        }

        writer.Line("using Utf8 = global::System.ReadOnlySpan<byte>;");
    }
}
