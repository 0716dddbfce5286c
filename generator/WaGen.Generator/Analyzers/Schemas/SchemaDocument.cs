using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>A schema file with its places, read once for all analyzers.</summary>
internal sealed class SchemaDocument
{
    private readonly Lazy<SchemaFile> _file;

    private SchemaDocument(string path, SourceText text)
    {
        Path = path;
        Text = text;
        Json = JsonReader.Read(text, out _);
        Root = Json is { Kind: JsonNodeKind.Object } ? new SchemaTreeReader(new SchemaProblems(path, text)).ReadRoot(Json) : null;
        Id = Json?["$id"] is { Kind: JsonNodeKind.String } id && Uri.TryCreate(id.Text, UriKind.Absolute, out Uri? address) ? address : null;
        _file = new Lazy<SchemaFile>(() => SchemaFileReader.Read(path, text, isShipped: false, CancellationToken.None));
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>The whole file; null when it is no JSON.</summary>
    public JsonNode? Json { get; }

    /// <summary>The schema of the file; null when it is no JSON object.</summary>
    public SchemaNode? Root { get; }

    /// <summary>The <c>$id</c>; null when it is missing or no address.</summary>
    public Uri? Id { get; }

    /// <summary>What the generator makes of the file. Only looked at for files that are checked.</summary>
    public SchemaFile File => _file.Value;

    /// <summary>Whether the generator has nothing against the file: what else is wrong is said afterwards.</summary>
    public bool IsSound => Root is not null && Id is not null && File.Model is not null && File.Problems.IsEmpty;

    /// <summary>The root as a schema.</summary>
    public LocatedSchema Schema => new(this, Root!);

    public static SchemaDocument Read(AdditionalText text) => Read(text.Path, text.GetText() ?? SourceText.From(string.Empty));

    public static SchemaDocument Read(string path, SourceText text) => new(path, text);

    public Location Locate(TextSpan span) => Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));

    /// <summary>The member of an object with its name's place; null when there is none.</summary>
    public static JsonMember? MemberOf(JsonNode? json, string name)
    {
        foreach (JsonMember member in json?.Members ?? [])
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member;
            }
        }

        return null;
    }
}
