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

    /// <summary>Resolves references by what the files that are not replaced offer each other.</summary>
    public SchemaLinker Linker()
    {
        var paths = new HashSet<string>(Current().Select(static f => f.Path), StringComparer.Ordinal);
        var current = Files.Where(f => paths.Contains(f.Path)).ToList();
        return new SchemaLinker(
            current.SelectMany(static f => f.Exports).ToEquatableArray(),
            current.Where(static f => f.Model?.Api?.Paging is not null).Select(static f => new ApiPaging(f.Model!.Id, f.Model.Api!.Paging!)).ToEquatableArray());
    }
}

/// <summary>The names of all files that have a model.</summary>
internal sealed record SchemaNames(EquatableArray<FileNames> Files);
