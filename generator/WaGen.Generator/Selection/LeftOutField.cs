using WaGen.Generator.Model;

namespace WaGen.Generator.Selection;

/// <summary>A field that a schema describes and WaGenFields leaves out; whoever handles it gets more than the compiler's "not found".</summary>
/// <param name="HandlerName">The name that its interface would have.</param>
/// <param name="Field">The field's name on the wire.</param>
internal sealed record LeftOutField(string HandlerName, string Field)
{
    /// <summary>The fields among these files that a project does not ask for. What a referenced assembly has printed is not among them: it is no matter of this project's properties.</summary>
    public static IEnumerable<LeftOutField> Find(IEnumerable<FileNames> files, GeneratorOptions options)
    {
        ILookup<bool, FileNames> fields = files.Where(static f => f.Kind is SchemaKind.Field).ToLookup(f => FileSelection.IsSelected(f, options));
        var printed = new HashSet<string>(fields[true].Select(static f => f.HandlerName!), StringComparer.Ordinal);
        return fields[false]
            .Where(f => !printed.Contains(f.HandlerName!))
            .Select(static f => new LeftOutField(f.HandlerName!, f.FieldNames[0]));
    }
}
