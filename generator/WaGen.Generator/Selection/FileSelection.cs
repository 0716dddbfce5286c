using WaGen.Generator.Model;

namespace WaGen.Generator.Selection;

/// <summary>Which files are printed.</summary>
internal sealed record FileSelection
{
    /// <summary>The paths of the printed files, sorted.</summary>
    public required EquatableArray<string> Paths { get; init; }

    /// <summary>The fields that the project leaves out.</summary>
    public EquatableArray<LeftOutField> LeftOut { get; init; }

    public bool Contains(string path) => Paths.Contains(path, StringComparer.Ordinal);

    /// <summary>Leaves out what is replaced, printed elsewhere, not asked for, or in conflict with another file.</summary>
    public static FileSelection Choose(IEnumerable<FileNames> files, GeneratorOptions options, TargetFacts target)
    {
        if (!options.Generate)
        {
            return new FileSelection { Paths = default };
        }

        var candidates = Current(files)
            .Where(f => !target.Printed.Any(p => string.Equals(p.Namespace, f.Namespace, StringComparison.Ordinal)))
            .ToList();
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
        return new FileSelection { Paths = paths.ToEquatableArray(), LeftOut = LeftOutField.Find(candidates, options).ToEquatableArray() };

        static IEnumerable<string> Claims(FileNames file) => file.TypeNames
            .Concat(file.FieldNames.Select(n => $"{file.EnvelopeId} {n}"))
            .Concat(file.HintNames.Select(static n => $"file {n}"));
    }

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
