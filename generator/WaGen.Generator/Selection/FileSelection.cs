using WaGen.Generator.Model;

namespace WaGen.Generator.Selection;

/// <summary>Which files are printed.</summary>
internal sealed record FileSelection
{
    /// <summary>The paths of the printed files, sorted.</summary>
    public required EquatableArray<string> Paths { get; init; }

    /// <summary>The fields that the project leaves out.</summary>
    public EquatableArray<LeftOutField> LeftOut { get; init; }

    /// <summary>The APIs of which something is printed.</summary>
    public EquatableArray<SelectedApi> Apis { get; init; }

    public bool Contains(string path) => Paths.Contains(path, StringComparer.Ordinal);

    /// <summary>Leaves out what is replaced, printed elsewhere, not asked for, or in conflict with another file.</summary>
    public static FileSelection Choose(IEnumerable<FileNames> files, GeneratorOptions options, TargetFacts target)
    {
        if (!options.PrintsAnything)
        {
            return new FileSelection { Paths = default };
        }

        var current = Current(files).Where(f => options.Prints(f.Kind)).ToList();
        EquatableArray<SelectedApi> apis = SelectedApi.Choose(current, options, target).ToEquatableArray();
        var candidates = current.Where(f => IsPrintedHere(f, apis, target)).ToList();
        var envelopes = new HashSet<string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal) { $"file {GlobalUsings.HintName.ToLowerInvariant()}" };
        var paths = new List<string>();
        foreach (FileNames file in candidates)
        {
            bool wanted = file.Kind is not SchemaKind.Field || (envelopes.Contains(file.EnvelopeId!) && IsSelected(file, options));
            if (wanted && !Claims(file).Any(taken.Contains))
            {
                taken.UnionWith(Claims(file));
                paths.Add(file.Path);
                if (file.Kind is SchemaKind.Envelope)
                {
                    envelopes.Add(file.Id);
                }
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return new FileSelection { Paths = paths.ToEquatableArray(), LeftOut = LeftOutField.Find(candidates, options).ToEquatableArray(), Apis = apis };

        static IEnumerable<string> Claims(FileNames file) => file.TypeNames
            .Concat(file.FieldNames.Select(n => $"{file.EnvelopeId} {n}"))
            .Concat(file.HintNames.Select(static n => $"file {n}"));
    }

    /// <summary>Whether it falls to this project to print a file: no referenced assembly has done so, and an API's part is asked for.</summary>
    private static bool IsPrintedHere(FileNames file, EquatableArray<SelectedApi> apis, TargetFacts target) => file.Kind switch
    {
        SchemaKind.Api => apis.Any(a => a.HasDefinition && string.Equals(a.Id, file.Id, StringComparison.Ordinal)),
        SchemaKind.Payloads or SchemaKind.Operation => apis.Any(a => a.Contains(file.Group)),
        _ => !target.Printed.Any(p => p.IsWebhooks && string.Equals(p.Namespace, file.Namespace, StringComparison.Ordinal)),
    };

    /// <summary>The files in a fixed order, fields last, one for each <c>$id</c>: the user's file stands for a shipped one.</summary>
    public static IEnumerable<FileNames> Current(IEnumerable<FileNames> files) => files
        .GroupBy(static f => f.Id, StringComparer.Ordinal)
        .Select(static g => g.OrderBy(static f => f.IsShipped).ThenBy(static f => f.Path, StringComparer.Ordinal).First())
        .OrderBy(static f => !f.IsShipped)
        .ThenBy(static f => f.Kind is SchemaKind.Field)
        .ThenBy(static f => f.HintNames[0], StringComparer.Ordinal)
        .ThenBy(static f => f.Path, StringComparer.Ordinal);

    /// <summary>Whether the project asks for a field.</summary>
    public static bool IsSelected(FileNames file, GeneratorOptions options) =>
        options.Fields.IsEmpty || file.FieldNames.Any(n => options.Fields.Contains(n, StringComparer.Ordinal));
}
