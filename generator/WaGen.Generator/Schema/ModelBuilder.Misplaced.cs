using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Keywords beside a type that they say nothing about.</summary>
internal sealed partial class ModelBuilder
{
    private const SchemaTypes Numbers = SchemaTypes.Integer | SchemaTypes.Number;

    private void CheckPlaces(SchemaNode schema)
    {
        SchemaTypes types = schema.Types & ~SchemaTypes.Null;
        if (types is SchemaTypes.None || schema.Reference is not null || (schema == _root && _kind is SchemaKind.Definitions or SchemaKind.Payloads))
        {
            return;
        }

        foreach (JsonMember member in schema.Json.Members)
        {
            SchemaTypes needed = NeededBy(member.Name);
            if (needed is not SchemaTypes.None && (types & needed) is SchemaTypes.None)
            {
                _problems.Add(
                    SchemaRules.MisplacedKeyword,
                    member.NameSpan,
                    member.Name,
                    "beside the type " + string.Join(" or ", Names(types)),
                    "remove it or correct the type");
            }
        }
    }

    /// <summary>The types of which at least one must be there for a keyword to say something.</summary>
    private static SchemaTypes NeededBy(string keyword) => keyword switch
    {
        "properties" or "additionalProperties" or "required" => SchemaTypes.Object,
        "items" or "minItems" or "maxItems" => SchemaTypes.Array,
        "minLength" or "maxLength" or "pattern" or "contentMediaType" => SchemaTypes.String,
        "minimum" or "maximum" => Numbers,
        "format" => SchemaTypes.String | Numbers | SchemaTypes.Boolean,
        _ => SchemaTypes.None,
    };
}
