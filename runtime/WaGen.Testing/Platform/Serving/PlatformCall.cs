using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A call that may be answered: its token is good for it.</summary>
/// <param name="platform">What there is.</param>
/// <param name="operation">The operation.</param>
/// <param name="request">The request.</param>
/// <param name="token">Whose call it is; null when the operation needs no token.</param>
/// <param name="node">The object in the path; null when it is of a kind that the platform does not know.</param>
internal sealed partial class PlatformCall(FakePlatform platform, ApiOperation operation, FakeRequest request, FakeToken? token, FakeNode? node)
{
    private JsonObject? _body;

    public FakePlatform Platform => platform;

    public ApiOperation Operation => operation;

    public FakeRequest Request => request;

    public DateTimeOffset Now => platform.Now;

    public FakeToken Token => token ?? throw new InvalidOperationException($"{operation.Name} has no token.");

    public bool HasToken => token is not null;

    /// <summary>The JSON body; empty without one.</summary>
    public JsonObject Body => _body ??= ReadBody();

    /// <summary>What the request asks for; null when nothing is said.</summary>
    public string? Fields => request.Parameters.GetValueOrDefault("fields");

    public FakeAccount Account => Node<FakeAccount>();

    public FakeNumber Number => Node<FakeNumber>();

    public FakeBusiness Business => Node<FakeBusiness>();

    /// <summary>The object in the path.</summary>
    public T Node<T>()
        where T : FakeNode => node as T ?? throw new InvalidOperationException($"{operation.Name} is not about a {typeof(T).Name}.");

    /// <summary>The object in the path, whatever it is; null when the platform does not know it.</summary>
    public FakeNode? AnyNode => node;

    /// <summary>A part of the path by the name of its parameter.</summary>
    public string Path(string name) => request.PathValues.GetValueOrDefault(name) ?? string.Empty;

    /// <summary>A text in the body, in the form or in the query.</summary>
    public string? Text(string name) => Body[name] switch
    {
        JsonValue value => value.TryGetValue(out string? text) ? text : value.ToJsonString(),
        { } other => other.ToJsonString(),
        null => request.Form.GetValueOrDefault(name) ?? request.Parameters.GetValueOrDefault(name),
    };

    /// <summary>A text that must be there; null when it is missing or empty.</summary>
    public string? NonEmpty(string name) => Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>Yes or no; null when nothing is said.</summary>
    public bool? Flag(string name) => Text(name) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    public long? Integer(string name) => long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    /// <summary>Several texts: an array, JSON text of one, or texts between commas.</summary>
    public string[] Texts(string name) => Array(name) is { } array
        ? [.. array.Select(static item => item is JsonValue value && value.TryGetValue(out string? text) ? text : item?.ToJsonString() ?? string.Empty)]
        : Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>An array in the body, or one written as JSON text somewhere else; null when there is none.</summary>
    public JsonArray? Array(string name) => Body[name] as JsonArray ?? Parse(Text(name)) as JsonArray;

    /// <summary>An object in the body, or one written as JSON text somewhere else; null when there is none.</summary>
    public JsonObject? Object(string name) => Body[name] as JsonObject ?? Parse(Text(name)) as JsonObject;

    private static JsonNode? Parse(string? text)
    {
        if (text is null || text.Length == 0 || text[0] is not ('[' or '{'))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonObject ReadBody() => request.Body.Length > 0 ? Parse(System.Text.Encoding.UTF8.GetString(request.Body.Span).Trim()) as JsonObject ?? [] : [];
}
