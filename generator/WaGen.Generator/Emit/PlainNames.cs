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
        "AccessTokenKind", "ApiArguments", "ApiContent", "ApiDefinition", "ApiErrorClass", "ApiErrorEntry", "ApiErrorTable", "ApiErrorWait", "ApiOperation", "ApiParameter", "ApiParameterPlace", "ApiPartialAnswer", "ApiQuota", "CancellationToken",
        "DateTimeOffset", "DebuggerDisplay", "DebuggerDisplayAttribute", "Dictionary", "GeneratedCode", "GeneratedCodeAttribute", "IAsyncEnumerable", "IBufferWriter", "IConversation", "IEnumerable", "IJsonEnumReader", "IJsonView", "IPayload", "IPayloadTexts",
        "IReadOnlyDictionary", "IReadOnlyList", "IServiceProvider", "IWebhookEvent", "IWebhookHandler", "JsonBinder", "JsonFragment", "JsonItems", "JsonKind", "JsonView", "MediaLimit", "NoPayload", "Payload", "PayloadCheck",
        "PayloadLimit", "PayloadLimitAttribute", "PayloadList", "PayloadParser", "PayloadProblemKind", "PayloadReader", "PayloadRule", "PayloadRuleAttribute", "PayloadWriter", "RawJson", "ScalarForms", "SchemaAdvice",
        "SchemaAdviceAttribute", "SetsRequiredMembers", "SetsRequiredMembersAttribute", "StringComparer", "Task", "TextList", "TextMap", "TimeSpan", "Utf8", "ValueTask", "ViewList", "ViewMap",
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
    /// <param name="operations">Whether the file holds operations or what they share.</param>
    public static void Namespace(CodeWriter writer, string name, bool views = false, bool field = false, bool payloads = false, bool operations = false)
    {
        writer.Line($"namespace {name};");
        writer.Line();
        string[] ofViews = views ? ["System.Diagnostics"] : [];
        string[] ofField = field ? ["System.Buffers", "System.Threading", "System.Threading.Tasks"] : [];
        string[] ofPayloads = payloads ? ["System.Collections.Generic", "System.Diagnostics.CodeAnalysis"] : [];
        string[] ofOperations = operations ? ["System.Collections.Generic", "System.Threading", "System.Threading.Tasks"] : [];
        IEnumerable<string> ofAll = ["System", "System.CodeDom.Compiler", "WaGen", "WaGen.Runtime"];
        foreach (string space in ofAll.Concat(ofViews).Concat(ofField).Concat(ofPayloads).Concat(ofOperations).Distinct(StringComparer.Ordinal).OrderBy(static n => n, StringComparer.Ordinal))
        {
            writer.Line($"using global::{space};");
        }

        writer.Line("using Utf8 = global::System.ReadOnlySpan<byte>;");
    }
}
