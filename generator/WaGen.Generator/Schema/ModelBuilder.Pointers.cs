using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Where in the file a type is described.</summary>
internal sealed partial class ModelBuilder
{
    /// <summary>The pointer to a schema, as the fragment of an address. It is no position: moving the schema in the file does not change it.</summary>
    private string PointerOf(SchemaNode schema)
    {
        if (schema == _root)
        {
            return "#";
        }

        if (_root.Definitions.Find(d => d.Schema == schema) is { } named)
        {
            return PointerTo(named);
        }

        // Few types are described in place, so they are searched for.
        foreach (SchemaProperty definition in _root.Definitions)
        {
            if (PathTo(definition.Schema, schema) is { } path)
            {
                return PointerTo(definition) + path;
            }
        }

        return "#" + PathTo(_root, schema);

        static string PointerTo(SchemaProperty definition) => "#/$defs/" + JsonPointer.Escape(definition.Name);
    }

    /// <summary>The way from one schema to one inside of it; null when it is not there.</summary>
    private static string? PathTo(SchemaNode from, SchemaNode to)
    {
        foreach ((string step, SchemaNode inner) in Inner(from))
        {
            if (inner == to)
            {
                return step;
            }

            if (PathTo(inner, to) is { } path)
            {
                return step + path;
            }
        }

        return null;
    }

    private static IEnumerable<(string Step, SchemaNode Schema)> Inner(SchemaNode schema)
    {
        foreach (SchemaProperty property in schema.Properties)
        {
            yield return ("/properties/" + JsonPointer.Escape(property.Name), property.Schema);
        }

        if (schema.Items is not null)
        {
            yield return ("/items", schema.Items);
        }

        if (schema.AdditionalProperties is not null)
        {
            yield return ("/additionalProperties", schema.AdditionalProperties);
        }

        string branches = schema.Json["oneOf"] is null ? "/anyOf/" : "/oneOf/";
        for (int i = 0; i < schema.Branches.Count; i++)
        {
            yield return (branches + i.ToString(System.Globalization.CultureInfo.InvariantCulture), schema.Branches[i]);
        }
    }
}
