using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>All schema files of a project.</summary>
internal sealed record SchemaSet(EquatableArray<SchemaFile> Files)
{
    /// <summary>The names that decide which files are printed.</summary>
    public SchemaNames Names() => new(Files.Where(static f => f.Model is not null).Select(FileNames.Of).ToEquatableArray());

    /// <summary>The files that are not replaced by another one.</summary>
    public IEnumerable<SchemaFile> Current()
    {
        var withModel = Files.Where(static f => f.Model is not null).ToDictionary(static f => f.Path, StringComparer.Ordinal);
        return FileSelection.Current(Names().Files).Select(n => withModel[n.Path]);
    }

    /// <summary>What the files that are not replaced offer each other.</summary>
    public EquatableArray<SchemaExport> Exports()
    {
        var current = new HashSet<string>(Current().Select(static f => f.Path), StringComparer.Ordinal);
        return Files.Where(f => current.Contains(f.Path)).SelectMany(static f => f.Exports).ToEquatableArray();
    }
}

/// <summary>The names of all files that have a model.</summary>
internal sealed record SchemaNames(EquatableArray<FileNames> Files);
