using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>An object of a <see cref="FakePlatform"/>: what the API calls a node. It shows what the platform knows now.</summary>
[DebuggerDisplay("{Id}")]
public abstract class FakeNode
{
    private readonly Dictionary<string, List<JsonObject>> _lists = new(StringComparer.Ordinal);

    private protected FakeNode(FakePlatform platform, string id)
    {
        Platform = platform;
        Id = id;
    }

    /// <summary>Gets the id, which is unique among all objects.</summary>
    public string Id { get; }

    internal FakePlatform Platform { get; }

    /// <summary>Gets what is known beside what has a property of its own, by the names of the API.</summary>
    internal JsonObject Fields { get; } = [];

    /// <summary>Gets the fields of an answer to a request that asks for none.</summary>
    internal virtual string DefaultFields => "id,name";

    /// <summary>Gets the account that the object belongs to; null when it belongs to none.</summary>
    internal virtual FakeAccount? OwnerAccount => null;

    /// <summary>Gets what a field of the API holds.</summary>
    /// <param name="name">The name of the field, such as <c>account_review_status</c>.</param>
    /// <returns>A JSON text; null when it is not known.</returns>
    public string? GetField(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (Platform.Gate)
        {
            return Read(name)?.ToJsonString();
        }
    }

    /// <summary>Lets a field of the API hold something.</summary>
    /// <param name="name">The name of the field, such as <c>account_review_status</c>.</param>
    /// <param name="json">A JSON text.</param>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="json"/> is not valid JSON.</exception>
    public void SetField(string name, [StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(json);
        var value = JsonNode.Parse(json);
        lock (Platform.Gate)
        {
            Fields[name] = value;
        }
    }

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public sealed override string ToString() => Id;

    /// <summary>Whether a parameter of this name in a path means objects of this kind.</summary>
    internal abstract bool Fits(string placeholder);

    /// <summary>Whether the owner of a token may use the object.</summary>
    internal virtual bool IsOpenTo(FakeToken token) => OwnerAccount?.IsOpenTo(token) == true;

    /// <summary>Makes a field that is not kept but follows from others.</summary>
    /// <returns>The value, which belongs to nobody yet; null when there is no such field.</returns>
    internal virtual JsonNode? Compute(string field) => null;

    /// <summary>Describes the object as an answer does.</summary>
    /// <param name="fields">The fields that are asked for, in the syntax of the API; null for <see cref="DefaultFields"/>.</param>
    internal JsonObject Describe(string? fields) => FieldSelection.Parse(string.IsNullOrWhiteSpace(fields) ? DefaultFields : fields).Read(this);

    /// <summary>Reads one field.</summary>
    /// <returns>The value, which belongs to nobody yet; null when it is not known.</returns>
    internal JsonNode? Read(string field) =>
        field is "id" ? JsonValue.Create(Id) : Fields.TryGetPropertyValue(field, out JsonNode? kept) ? kept?.DeepClone() : Compute(field);

    /// <summary>Reads a text.</summary>
    internal string? Text(string field) => Fields[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Gets a list that hangs on the object, such as its schedules.</summary>
    internal List<JsonObject> ListOf(string edge)
    {
        if (!_lists.TryGetValue(edge, out List<JsonObject>? list))
        {
            _lists.Add(edge, list = []);
        }

        return list;
    }
}
