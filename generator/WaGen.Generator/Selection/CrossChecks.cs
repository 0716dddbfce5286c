using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>Problems that no file has alone.</summary>
internal static class CrossChecks
{
    /// <summary>Checks names that must be unique, references between files, and what the project asks for.</summary>
    public static IEnumerable<DiagnosticInfo> Find(SchemaSet set, ProjectFacts project)
    {
        GeneratorOptions options = project.Options;
        var current = set.Current().Where(f => options.Prints(f.Model!.Kind)).ToList();
        IEnumerable<DiagnosticInfo> problems = options.Problems.Concat(Unused(set.Files, current, project));
        if (!options.PrintsAnything)
        {
            return problems;
        }

        var linker = set.Linker();
        return problems
            .Concat(DuplicateIds(set.Files))
            .Concat(Clashes(current, ClaimKind.FieldName))
            .Concat(Clashes(current, ClaimKind.OperationName))
            .Concat(Clashes(current, ClaimKind.TypeName))
            .Concat(References(current, linker))
            .Concat(MemberChecks.Find(current, linker))
            .Concat(PayloadChecks.Find(current, linker))
            .Concat(OperationChecks.Find(current, linker))
            .Concat(Fields(current, options))
            .Concat(Groups(current, options))
            .Concat(Printed(current, options, project.Target));
    }

    /// <summary>Schemas of the project from which nothing is printed, here or elsewhere, because it does not ask for it.</summary>
    private static IEnumerable<DiagnosticInfo> Unused(EquatableArray<SchemaFile> files, List<SchemaFile> current, ProjectFacts project)
    {
        var groups = new HashSet<ApiGroup>(current.Where(static f => f.Model!.Api is not null).SelectMany(f => f.Model!.Api!.Groups.Where(project.Options.Prints).Select(g => new ApiGroup(f.Model.Id, g.Name))));
        return files
            .Where(f => !f.IsShipped && IsUnused(f.Model))
            .SelectMany(static f => f.Claims.Where(static c => c.Kind is ClaimKind.Id).Select(c => c.Place.Report(
                SchemaRules.UnusedSchema,
                c.Name,
                f.Model is { } model && GeneratorOptions.IsOfApi(model.Kind)
                    ? "no group of its API; name the group in WaGenApiGroups"
                    : "no code; reference WaGen or WaGen.AspNetCore directly, set WaGenGenerate=true")));

        bool IsUnused(SchemaModel? model) => model is null
            ? !project.Options.PrintsAnything
            : !project.Options.Prints(model.Kind) || (model.Group is not null && !groups.Contains(model.Group));
    }

    /// <summary>Addresses that only differ in what a file name cannot show count as one, because printed files are named after them.</summary>
    private static IEnumerable<DiagnosticInfo> DuplicateIds(EquatableArray<SchemaFile> files)
    {
        var owners = new Dictionary<string, SchemaFile>(StringComparer.Ordinal);
        var ownFiles = new HashSet<string>(files.Select(static f => f.Model).OfType<SchemaModel>().SelectMany(FileNames.OwnHintNames).Append(GlobalUsings.HintName), StringComparer.OrdinalIgnoreCase);
        foreach (SchemaFile file in files.OrderBy(static f => !f.IsShipped).ThenBy(static f => f.Model?.Kind is SchemaKind.Field).ThenBy(static f => f.Path, StringComparer.Ordinal))
        {
            if (file.Claims.FirstOrDefault(static c => c.Kind is ClaimKind.Id) is not { } id)
            {
                continue;
            }

            if (ownFiles.Contains(id.DisplayName))
            {
                yield return id.Place.Report(SchemaRules.DuplicateId, id.Name, "a file that is printed for the contract or for its global usings");
                continue;
            }

            if (!owners.TryGetValue(id.DisplayName, out SchemaFile? owner))
            {
                owners.Add(id.DisplayName, file);
            }
            else if (owner.IsShipped == file.IsShipped || !owner.Claims.Any(c => c.Kind is ClaimKind.Id && string.Equals(c.Name, id.Name, StringComparison.Ordinal)))
            {
                yield return id.Place.Report(SchemaRules.DuplicateId, id.Name, owner.Path);
            }
            else
            {
                // The file takes the place of a shipped one, which only one file can.
                owners[id.DisplayName] = file;
            }
        }
    }

    private static IEnumerable<DiagnosticInfo> Clashes(List<SchemaFile> files, ClaimKind kind)
    {
        var owners = new Dictionary<string, SchemaFile>(StringComparer.Ordinal);
        foreach (SchemaFile file in files)
        {
            string[] parts = kind is ClaimKind.TypeName ? file.Model!.Namespace.Split('.') : [];
            for (int i = 1; i <= parts.Length; i++)
            {
                string space = string.Join(".", parts.Take(i));
                if (!owners.ContainsKey(space))
                {
                    owners.Add(space, file);
                }
            }
        }

        foreach (SchemaFile file in files)
        {
            foreach (SchemaClaim claim in file.Claims.Where(c => c.Kind == kind))
            {
                if (!owners.TryGetValue(claim.Name, out SchemaFile? owner))
                {
                    owners.Add(claim.Name, file);
                }
                else if (kind is ClaimKind.FieldName)
                {
                    yield return claim.Place.Report(SchemaRules.DuplicateField, claim.DisplayName, owner.Model!.Id);
                }
                else if (kind is ClaimKind.OperationName)
                {
                    yield return claim.Place.Report(SchemaRules.NameClash, claim.DisplayName, $"the operation of '{owner.Model!.Id}'");
                }
                else
                {
                    yield return claim.Place.Report(SchemaRules.NameClash, claim.DisplayName, $"a type or namespace of '{owner.Model!.Id}'");
                }
            }
        }
    }

    private static IEnumerable<DiagnosticInfo> References(List<SchemaFile> files, SchemaLinker linker)
    {
        var envelopes = files.Select(static f => f.Model!).Where(static m => m.Kind is SchemaKind.Envelope).GroupBy(static m => m.Id, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        foreach (SchemaReference reference in files.SelectMany(static f => f.References))
        {
            if (reference.Group is { } group)
            {
                if (GroupProblem(reference, group, files) is { } missing)
                {
                    yield return missing;
                }
            }
            else if (!reference.IsEnvelope)
            {
                if (linker.Check(reference) is { } problem)
                {
                    yield return problem;
                }
            }
            else if (!envelopes.TryGetValue(reference.Address, out SchemaModel? envelope))
            {
                if (reference.EnvelopeMember is null)
                {
                    yield return reference.Place.Report(SchemaRules.EnvelopeNotFound, reference.Address);
                }
            }
            else if (reference.EnvelopeMember is { } member && !HasScalar(envelope, member))
            {
                yield return reference.Place.Report(SchemaRules.PathNotFound, "^" + member, "an identity or order", $"is no text, number or time of the objects of '{envelope.Id}' that lead to a change");
            }
        }
    }

    private static DiagnosticInfo? GroupProblem(SchemaReference reference, string group, List<SchemaFile> files)
    {
        if (files.Find(f => f.Model!.Api is not null && string.Equals(f.Model.Id, reference.Address, StringComparison.Ordinal)) is not { Model.Api: { } api })
        {
            return reference.Place.Report(SchemaRules.UnresolvedReference, reference.Address);
        }

        return api.Groups.Any(g => string.Equals(g.Name, group, StringComparison.Ordinal))
            ? null
            : reference.Place.Report(SchemaRules.PathNotFound, group, "a group", $"is no group of '{reference.Address}'");
    }

    /// <summary>Whether an object on the way to a change has a member that a key can be made from.</summary>
    private static bool HasScalar(SchemaModel envelope, string member) =>
        envelope.Envelope is { } levels
        && envelope.Objects.Any(o => levels.Levels.Any(l => Emit.Code.ShortName(l.TypeName) == o.Name)
            && o.Members.Any(m => string.Equals(m.WireName, member, StringComparison.Ordinal)
                && m.Type.Shape is MemberShape.Text or MemberShape.Id or MemberShape.Integer or MemberShape.Decimal or MemberShape.Double or MemberShape.UnixTime));

    private static IEnumerable<DiagnosticInfo> Fields(List<SchemaFile> files, GeneratorOptions options)
    {
        var known = files.Select(static f => f.Model!.Field).OfType<FieldModel>().ToList();
        if (known.Count == 0)
        {
            yield break;
        }

        string all = string.Join(", ", known.Select(static f => f.Name).OrderBy(static n => n, StringComparer.Ordinal));
        foreach (string name in options.Fields)
        {
            if (!known.Exists(f => string.Equals(f.Name, name, StringComparison.Ordinal) || f.Aliases.Contains(name, StringComparer.Ordinal)))
            {
                yield return DiagnosticInfo.Create(SchemaRules.UnknownFieldSelected, "WaGenFields", name, "fields", all);
            }
        }
    }

    private static IEnumerable<DiagnosticInfo> Groups(List<SchemaFile> files, GeneratorOptions options)
    {
        var known = files.SelectMany(static f => f.Model!.Api?.Groups ?? default).Select(static g => g.Name).Distinct(StringComparer.Ordinal).OrderBy(static n => n, StringComparer.Ordinal).ToList();
        return known.Count == 0 ? [] : options.ApiGroups
            .Where(g => !GeneratorOptions.IsGroupWord(g) && !known.Contains(g, StringComparer.Ordinal))
            .Select(g => DiagnosticInfo.Create(SchemaRules.UnknownFieldSelected, "WaGenApiGroups", g, "groups", string.Join(", ", known)));
    }

    /// <summary>A project that asks for code but leaves printing to a referenced one must be content with what that one printed.</summary>
    private static IEnumerable<DiagnosticInfo> Printed(List<SchemaFile> current, GeneratorOptions options, TargetFacts target)
    {
        foreach (PrintedContract contract in target.Printed)
        {
            var mine = current.Where(f => IsPartOf(f.Model!, contract)).ToList();
            if (mine.Count == 0)
            {
                continue;
            }

            string what = contract.IsWebhooks ? "the contract " + contract.Contract : $"operations of {contract.Contract}";
            if (!contract.IsAccessible)
            {
                yield return DiagnosticInfo.Create(SchemaRules.InternalContractReferenced, contract.Assembly, what);
            }

            bool otherFields = contract.IsWebhooks && !options.Fields.IsEmpty && !new HashSet<string>(options.Fields.Select(n => CanonicalName(n, current)), StringComparer.Ordinal).SetEquals(contract.Fields);
            bool ownSchemas = mine.Exists(static f => !f.IsShipped)
                || current.Exists(f => f is { IsShipped: false, Model.Field: { } field } && mine.Exists(m => string.Equals(m.Model!.Id, field.EnvelopeId, StringComparison.Ordinal)));
            if (otherFields || ownSchemas)
            {
                yield return DiagnosticInfo.Create(SchemaRules.OtherFieldsPrinted, contract.Assembly, what);
            }
        }
    }

    /// <summary>Whether a file belongs to what a referenced assembly has printed. What an API shares is printed with its first group.</summary>
    private static bool IsPartOf(SchemaModel model, PrintedContract contract) =>
        string.Equals(model.Namespace, contract.Namespace, StringComparison.Ordinal)
        && (model.Group is { } group ? !contract.IsWebhooks && contract.Fields.Contains(group.Name, StringComparer.Ordinal)
            : model.Api is { } api ? !contract.IsWebhooks && string.Equals(api.Name, contract.Contract, StringComparison.Ordinal)
            : contract.IsWebhooks);

    /// <summary>The name under which a contract lists a field.</summary>
    private static string CanonicalName(string name, List<SchemaFile> files) =>
        files.Select(static f => f.Model!.Field).OfType<FieldModel>().FirstOrDefault(f => f.Aliases.Contains(name, StringComparer.Ordinal))?.Name ?? name;
}
