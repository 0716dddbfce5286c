using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>Problems of members that only show when the definitions of other files are known.</summary>
internal static class MemberChecks
{
    /// <summary>Checks names that a definition of another file adds, what arrays and maps of it become, and what the envelope adds to contexts.</summary>
    public static IEnumerable<DiagnosticInfo> Find(List<SchemaFile> files, SchemaLinker linker) => files.SelectMany(f =>
    {
        SchemaModel linked = linker.Link(f.Model!);
        return Find(f, linked, linker).Concat(Context(f, linked, files));
    });

    private static IEnumerable<DiagnosticInfo> Find(SchemaFile file, SchemaModel linked, SchemaLinker linker)
    {
        for (int i = 0; i < linked.Objects.Length; i++)
        {
            ObjectModel before = file.Model!.Objects[i];
            ObjectModel after = linked.Objects[i];
            int inherited = after.VariantOf is null ? 0 : linked.Objects.First(o => string.Equals(o.Name, after.VariantOf, StringComparison.Ordinal)).Members.Length;
            bool isPayload = after.Payload is not null;
            var names = new Dictionary<string, MemberType>(StringComparer.Ordinal);
            for (int slot = 0; slot < after.Members.Length; slot++)
            {
                MemberType type = before.Members[slot].Type;
                foreach (string name in after.Members[slot].PrintedNames(isPayload))
                {
                    MemberType? external = !names.TryGetValue(name, out MemberType? other) ? null : type.Shape is MemberShape.External ? type : other;
                    names[name] = type;
                    if (slot >= inherited && external is { Shape: MemberShape.External })
                    {
                        yield return PlaceOf(file, external).Report(SchemaRules.NameClash, name, $"another member of '{after.Name}'");
                    }
                }

                if (slot >= inherited && type is { Shape: MemberShape.External, Around: not MemberShape.External } && after.Members[slot].Type.Shape is MemberShape.Raw && !linker.IsRaw(type.Reference!))
                {
                    yield return PlaceOf(file, type).Report(SchemaRules.InexpressibleType, "an array or a map of what is neither an object nor plain text");
                }
            }
        }
    }

    private static IEnumerable<DiagnosticInfo> Context(SchemaFile file, SchemaModel linked, List<SchemaFile> files)
    {
        if (linked.Field is not { } field)
        {
            yield break;
        }

        EnvelopeModel? envelope = files.Select(static f => f.Model!).FirstOrDefault(m => string.Equals(m.Id, field.EnvelopeId, StringComparison.Ordinal))?.Envelope;
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (envelope is not null)
        {
            names.UnionWith(envelope.Levels.Skip(1).Take(envelope.Levels.Length - 2).Select(static l => l.ClrName));
        }

        foreach (string lookup in file.Model!.Field!.Groups.SelectMany(static g => g.Lookups).Select(static l => l.ClrName).Distinct(StringComparer.Ordinal))
        {
            if (!field.Groups.Any(g => g.Lookups.Any(l => string.Equals(l.ClrName, lookup, StringComparison.Ordinal))))
            {
                yield return PlaceOf(file, lookup).Report(SchemaRules.PathNotFound, lookup, "a lookup", "leads to no array of objects");
            }

            if (!names.Add(lookup))
            {
                yield return PlaceOf(file, lookup).Report(SchemaRules.InvalidName, lookup, "the context has a member of that name");
            }
        }

        foreach (MemberModel member in field.Context.Select(static c => c.Member))
        {
            if (member.PrintedNames().Any(n => !names.Add(n)))
            {
                yield return PlaceOf(file, member.ClrName).Report(SchemaRules.InvalidName, member.ClrName, "the context has a member of that name");
            }
        }
    }

    private static SchemaPlace PlaceOf(SchemaFile file, MemberType external) =>
        file.References.First(r => string.Equals(r.Address, external.Reference, StringComparison.Ordinal)).Place;

    private static SchemaPlace PlaceOf(SchemaFile file, string contextMember) =>
        file.Claims.First(c => c.Kind is ClaimKind.ContextMember && string.Equals(c.Name, contextMember, StringComparison.Ordinal)).Place;
}
