using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Finds what would otherwise be skipped in silence, because no type looks at it.</summary>
internal sealed partial class ModelBuilder
{
    private static readonly string[] DefinitionsKeywords = ["$schema", "$id", "$comment", "$defs", "title", "description", "deprecated", "x-wagen"];

    private static readonly string[] ReferenceKeywords = ["$ref", "$comment", "title", "description", "deprecated", "default", "examples", "x-wagen"];

    private static readonly string[] RefinementKeywords = [.. ReferenceKeywords, "properties", "required"];

    private static readonly string[] RootReferenceKeywords = [.. ReferenceKeywords, "$schema", "$id", "$defs"];

    private void CheckLeftovers()
    {
        if (_kind is SchemaKind.Definitions or SchemaKind.Payloads)
        {
            AllowOnly(_root, $"at the top of a {(IsPayload ? "payloads" : "definitions")} file", "describe the value under '$defs'", DefinitionsKeywords);
        }

        Check(_root, isRefinement: false);
    }

    private void Check(SchemaNode schema, bool isRefinement)
    {
        if (schema.Extension is { } extension && schema != _root && _checkedExtensions.Add(extension))
        {
            var leftover = new SchemaExtension(extension, _problems);
            leftover.AllowOnly("of x-wagen here");
            _ = leftover.Provenance;
        }

        if (schema.Reference is { } reference)
        {
            AllowOnly(schema, "beside '$ref'", "move it to the definition that the reference leads to", schema == _root ? RootReferenceKeywords : isRefinement ? RefinementKeywords : ReferenceKeywords);
            CheckReference(schema, reference);
        }

        CheckPlaces(schema);
        bool refines = isRefinement || (_objectsByNode.TryGetValue(schema, out ObjectDraft? draft) && draft.VariantOf is not null);
        foreach (SchemaProperty property in schema.Properties)
        {
            Check(property.Schema, refines);
        }

        foreach (SchemaProperty definition in schema.Definitions)
        {
            Check(definition.Schema, isRefinement: false);
        }

        foreach (SchemaNode? part in schema.Branches.Concat(schema.AllOf).Append(schema.Items!).Append(schema.AdditionalProperties!))
        {
            if (part is not null)
            {
                Check(part, isRefinement: false);
            }
        }
    }

    /// <summary>Looks at a reference that no member has led to.</summary>
    private void CheckReference(SchemaNode schema, JsonNode reference)
    {
        if (_types.ContainsKey(schema))
        {
            return;
        }

        if (TryLocal(reference, out _))
        {
            LocalTarget(reference);
        }
        else
        {
            AddReference(reference);
        }
    }

    private void AllowOnly(SchemaNode schema, string place, string wayOut, string[] keywords)
    {
        foreach (JsonMember member in schema.Json.Members)
        {
            if (SchemaTreeReader.IsKeyword(member.Name) && !keywords.Contains(member.Name, StringComparer.Ordinal))
            {
                _problems.Add(SchemaRules.MisplacedKeyword, member.NameSpan, member.Name, place, wayOut);
            }
        }
    }
}
