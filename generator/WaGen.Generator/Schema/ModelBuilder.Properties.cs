using WaGen.Generator.Diagnostics;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Members and what <c>allOf</c> adds to them.</summary>
internal sealed partial class ModelBuilder
{
    private readonly Dictionary<SchemaNode, List<SchemaProperty>> _properties = [];

    /// <summary>The members of a schema, those of <c>allOf</c> first.</summary>
    private List<SchemaProperty> PropertiesOf(SchemaNode schema)
    {
        if (!_properties.TryGetValue(schema, out List<SchemaProperty>? properties))
        {
            properties = [];
            _properties.Add(schema, properties);
            Collect(schema, properties, [], []);
        }

        return properties;
    }

    /// <summary>Adds the members of a schema; of one that is reached twice only once.</summary>
    private void Collect(SchemaNode schema, List<SchemaProperty> properties, HashSet<SchemaNode> seen, HashSet<SchemaNode> open)
    {
        seen.Add(schema);
        open.Add(schema);
        foreach (SchemaNode part in schema.AllOf)
        {
            if (Follow(part) is not { } target)
            {
                ReportUnusable(part);
            }
            else if (open.Contains(target))
            {
                _problems.Add(SchemaRules.CircularReference, (part.Reference ?? part.Json).Span, part.Reference?.Text ?? "allOf");
            }
            else if (open.Count >= MaxOpen)
            {
                Inexpressible(part, $"definitions that lead from one to the next more than {MaxOpen} times");
            }
            else if (!seen.Contains(target))
            {
                Collect(target, properties, seen, open);
            }
        }

        properties.AddRange(schema.Properties);
        open.Remove(schema);
    }

    private void ReportUnusable(SchemaNode part)
    {
        JsonNode reference = part.Reference!;
        if (!TryLocal(reference, out _) || LocalTarget(reference) is not null)
        {
            Inexpressible(part, "allOf with a definition of another file");
        }
    }
}
