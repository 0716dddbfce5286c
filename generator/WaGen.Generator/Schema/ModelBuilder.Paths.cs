using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>Paths of member names, and the schemas that they lead to.</summary>
internal sealed partial class ModelBuilder
{
    private static MemberPath PathOf(string path) => new() { Names = path.Split('.').ToEquatableArray() };

    /// <summary>The values that a variant demands at a path; empty when it demands none.</summary>
    private EquatableArray<string> ConditionOf(SchemaNode schema, MemberPath path)
    {
        SchemaNode? current = schema;
        foreach (string name in path.Names)
        {
            current = current is null ? null : OwnProperty(current, name) ?? (Follow(current) is { } target && target != current ? OwnProperty(target, name) : null);
        }

        return current is { Reference: null } ? current.Values.Select(static v => v.Text).ToEquatableArray() : default;
    }

    /// <summary>The schema of a nested member; null when there is none. What lies in other files is taken for granted.</summary>
    private SchemaNode? SchemaAt(SchemaNode schema, EquatableArray<string> names)
    {
        SchemaNode? current = schema;
        foreach (string name in names)
        {
            SchemaNode? next = OwnProperty(current, name);
            if (next is null)
            {
                SchemaNode? target = Follow(current);
                if (target is null && current.Reference is { } reference && !TryLocal(reference, out _))
                {
                    return current;
                }

                next = target is null ? null : OwnProperty(target, name);
            }

            if (next is null)
            {
                return null;
            }

            current = next;
        }

        return Follow(current) ?? current;
    }

    private SchemaNode? OwnProperty(SchemaNode schema, string name) =>
        PropertiesOf(schema).FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal))?.Schema;
}
