using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Emit;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Interprets the schemas of one file: which types to print, with which members, and what is an event.</summary>
/// <remarks>Definitions of other files are not looked at; a reference to one is kept as an address for the linker.</remarks>
internal sealed partial class ModelBuilder
{
    private readonly SchemaNode _root;
    private readonly SchemaProblems _problems;
    private readonly SchemaExtension _extension;
    private readonly Provenance _provenance;
    private readonly Uri _id;
    private readonly string _namespace;
    private readonly SchemaKind _kind;
    private readonly Dictionary<string, SchemaProperty> _definitions;
    private readonly List<SchemaReference> _references = [];
    private readonly List<SchemaClaim> _claims = [];
    private readonly Dictionary<string, ReferenceTarget> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _typeNames = new(StringComparer.Ordinal);
    private readonly HashSet<JsonNode> _checkedExtensions = [];

    private ModelBuilder(SchemaNode root, SchemaProblems problems, SchemaExtension extension, SchemaKind kind, Uri id, string @namespace)
    {
        _root = root;
        _problems = problems;
        _extension = extension;
        _kind = kind;
        _id = id;
        _namespace = @namespace;
        _provenance = extension.Provenance;
        _definitions = root.Definitions.ToDictionary(static d => d.Name, StringComparer.Ordinal);
    }

    /// <summary>A builder for a file; null, with problems, when the file does not say what it is.</summary>
    public static ModelBuilder? Create(SchemaNode root, SchemaProblems problems)
    {
        JsonNode? idNode = root.Json["$id"];
        if (idNode is not { Kind: JsonNodeKind.String } || !HasScheme(idNode.Text) || !Uri.TryCreate(idNode.Text, UriKind.Absolute, out Uri? id) || id.Fragment.Length > 0)
        {
            problems.Add(
                SchemaRules.NotASchema,
                idNode?.Span ?? root.Json.Span,
                idNode is null ? "'$id' is missing" : "'$id' must be an absolute address without fragment");
            return null;
        }

        if (root.Extension is null)
        {
            problems.Add(SchemaRules.NotASchema, root.Json.Span, "'x-wagen' with the kind of the file is missing");
            return null;
        }

        var extension = new SchemaExtension(root.Extension, problems);
        string? kindName = extension.Required("kind");
        string? space = extension.Required("namespace");
        if (kindName is null || space is null)
        {
            return null;
        }

        SchemaKind? kind = kindName switch
        {
            "definitions" => SchemaKind.Definitions,
            "envelope" => SchemaKind.Envelope,
            "field" => SchemaKind.Field,
            "payloads" => SchemaKind.Payloads,
            "operation" => SchemaKind.Operation,
            "api" => SchemaKind.Api,
            _ => null,
        };
        if (kind is null)
        {
            problems.Add(SchemaRules.InvalidKeywordValue, root.Extension["kind"]!.Span, "kind", "envelope, field, definitions, payloads, operation or api");
            return null;
        }

        string? problem = !ClrNames.IsValidNamespace(space) ? "it is no C# namespace"
            : space.Split('.').Any(PlainNames.Contains) ? "a part of it is the name of a type of WaGen or .NET that printed code needs"
            : null;
        if (problem is not null)
        {
            problems.Add(SchemaRules.InvalidName, root.Extension["namespace"]!.Span, space, problem);
            return null;
        }

        return new ModelBuilder(root, problems, extension, kind.Value, id, space);

        // A rooted path is an absolute address on some systems only, and a drive letter looks like a scheme.
        static bool HasScheme(string address) => address.IndexOf(':') is > 1 and var end && Uri.CheckSchemeName(address.Substring(0, end));
    }

    /// <summary>Builds the model of the file.</summary>
    public SchemaFile Build(SchemaFile file, CancellationToken cancellationToken)
    {
        Claim(ClaimKind.Id, _id.AbsoluteUri, _root.Json["$id"]!.Span, HintNameOf(_id).ToLowerInvariant());
        EnvelopeModel? envelope = null;
        FieldModel? field = null;
        OperationModel? operation = null;
        ApiModel? api = null;
        switch (_kind)
        {
            case SchemaKind.Envelope:
                envelope = BuildEnvelope();
                break;
            case SchemaKind.Field:
                field = BuildField();
                break;
            case SchemaKind.Payloads:
                _extension.AllowOnly("of a payloads file", "kind", "namespace", "api", "group");
                break;
            case SchemaKind.Operation:
                operation = BuildOperation();
                break;
            case SchemaKind.Api:
                api = BuildApi();
                break;
            default:
                _extension.AllowOnly("of a definitions file", "kind", "namespace");
                break;
        }

        var exports = new List<SchemaExport>();
        foreach (SchemaProperty definition in _root.Definitions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            exports.Add(new SchemaExport { Address = AddressOf(definition.Name), Type = TypeOfDefinition(definition) });
        }

        CheckLeftovers();

        bool printable = _kind switch
        {
            SchemaKind.Envelope => envelope is not null,
            SchemaKind.Field => field is not null,
            SchemaKind.Operation => operation is not null,
            SchemaKind.Api => api is not null,
            _ => true,
        };
        return file with
        {
            Model = !printable ? null : new SchemaModel
            {
                Id = _id.AbsoluteUri,
                HintName = HintNameOf(_id),
                Kind = _kind,
                Namespace = _namespace,
                Provenance = _provenance,
                Objects = FinishObjects(field),
                Enums = _enums.ToEquatableArray(),
                Envelope = envelope,
                Field = field,
                Group = GroupOf(),
                Operation = operation,
                Api = api,
            },
            Exports = exports.ToEquatableArray(),
            References = _references.ToEquatableArray(),
            Claims = _claims.ToEquatableArray(),
            Problems = _problems.ToArray(),
        };
    }

    /// <summary>The name of the printed file: the address without scheme and ending, with dots for slashes.</summary>
    private static string HintNameOf(Uri id)
    {
        string path = id.Host + id.AbsolutePath;
        path = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - ".json".Length) : path;
        return new string(path.Select(static c => char.IsLetterOrDigit(c) || c is '_' or '-' ? c : '.').ToArray()).Trim('.');
    }

    private string AddressOf(string definition) => _id.AbsoluteUri + "#/$defs/" + definition;

    private string FullName(string typeName) => $"global::{_namespace}.{typeName}";

    private void Claim(ClaimKind kind, string name, TextSpan place, string displayName) =>
        _claims.Add(new SchemaClaim { Kind = kind, Name = name, DisplayName = displayName, Place = _problems.Place(place) });

    /// <summary>Takes a C# type name for a schema; false, and reported, when it is invalid or taken in this file.</summary>
    private bool TakeTypeName(string name, JsonNode place, string what)
    {
        if (!ClrNames.IsValid(name) || ClrNames.IsAllSmall(name))
        {
            _problems.Add(
                SchemaRules.InvalidName,
                place.Span,
                name,
                ClrNames.IsValid(name) ? "a type of small letters alone may become a keyword of C#" : "it is no C# identifier");
            return false;
        }

        if (PlainNames.Contains(name))
        {
            _problems.Add(SchemaRules.InvalidName, place.Span, name, "printed code needs the type of WaGen or .NET that is called so");
            return false;
        }

        if (_typeNames.TryGetValue(name, out string? other))
        {
            _problems.Add(SchemaRules.NameClash, place.Span, name, other);
            return false;
        }

        _typeNames.Add(name, what);
        Claim(ClaimKind.TypeName, $"{_namespace}.{name}", place.Span, name);
        return true;
    }

    /// <summary>The definition behind a local reference; null when it is external or, reported, missing.</summary>
    private SchemaProperty? LocalTarget(JsonNode reference)
    {
        if (!TryLocal(reference, out string? definition))
        {
            return null;
        }

        if (definition is not null && _definitions.TryGetValue(definition, out SchemaProperty? target))
        {
            return target;
        }

        _problems.Add(SchemaRules.UnresolvedReference, reference.Span, reference.Text);
        return null;
    }

    /// <summary>Whether a reference stays in this file; the definition's name is null when the fragment is none of ours.</summary>
    private bool TryLocal(JsonNode reference, out string? definition)
    {
        ReferenceTarget target = TargetOf(reference);
        definition = target.Definition;
        return target.Address is null;
    }

    /// <summary>Where a reference leads. The same few are written again and again, and an address is dear to take apart.</summary>
    private ReferenceTarget TargetOf(JsonNode reference)
    {
        if (!_targets.TryGetValue(reference.Text, out ReferenceTarget? target))
        {
            target = ReferenceTarget.Of(reference.Text, _id);
            _targets.Add(reference.Text, target);
        }

        return target;
    }

    /// <summary>The schema itself, or what its local references lead to; null when that is external, missing or a circle.</summary>
    private SchemaNode? Follow(SchemaNode schema)
    {
        var seen = new HashSet<SchemaNode>();
        while (schema.Reference is { } reference && seen.Add(schema))
        {
            if (!TryLocal(reference, out string? name) || name is null || !_definitions.TryGetValue(name, out SchemaProperty? target))
            {
                return null;
            }

            schema = target.Schema;
        }

        return schema.Reference is null ? schema : null;
    }
}
