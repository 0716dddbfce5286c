using System.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Schema.Json;

/// <summary>A JSON value with its place in the file. Lives only while a schema is parsed, never in a model.</summary>
[DebuggerDisplay("{Kind} {Text,nq}")]
internal sealed class JsonNode
{
    /// <summary>Objects above this size are searched with a dictionary.</summary>
    internal const int LinearSearchLimit = 12;

    private Dictionary<string, JsonNode>? _byName;

    public JsonNode(JsonNodeKind kind, TextSpan span, string text, IReadOnlyList<JsonMember>? members = null, IReadOnlyList<JsonNode>? items = null)
    {
        Kind = kind;
        Span = span;
        Text = text;
        Members = members ?? [];
        Items = items ?? [];
    }

    public JsonNodeKind Kind { get; }

    /// <summary>From the first to the last character: quotes and brackets are included.</summary>
    public TextSpan Span { get; }

    /// <summary>The decoded string, or a number or literal as it is written; empty for objects and arrays.</summary>
    public string Text { get; }

    /// <summary>The members of an object in the order of the file; empty for all other kinds.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>The elements of an array; empty for all other kinds.</summary>
    public IReadOnlyList<JsonNode> Items { get; }

    /// <summary>The value of a member; <see langword="null"/> when there is none or this is no object.</summary>
    public JsonNode? this[string name]
    {
        get
        {
            if (Members.Count > LinearSearchLimit)
            {
                _byName ??= Members.ToDictionary(static m => m.Name, static m => m.Value, StringComparer.Ordinal);
                return _byName.TryGetValue(name, out JsonNode value) ? value : null;
            }

            foreach (JsonMember member in Members)
            {
                if (string.Equals(member.Name, name, StringComparison.Ordinal))
                {
                    return member.Value;
                }
            }

            return null;
        }
    }
}
