using WaGen.Generator.Model;

namespace WaGen.Generator.Analyzers;

/// <summary>Where what is lost should stand.</summary>
internal enum LostKind
{
    Namespace,
    Type,
    PartOfType,
    Event,
    FieldName,
    ClrName,
}

/// <summary>Something that a shipped schema has and the one that replaces it has not.</summary>
/// <param name="Kind">Where it should stand.</param>
/// <param name="Owner">The type that lacks a part; null for all else.</param>
/// <param name="Text">What is lost, for the message.</param>
internal sealed record LostPart(LostKind Kind, string? Owner, string Text)
{
    /// <summary>What was lost on the way from one model to the other, under its C# names and its names on the wire.</summary>
    public static IEnumerable<LostPart> Between(SchemaModel before, SchemaModel after)
    {
        if (!string.Equals(before.Namespace, after.Namespace, StringComparison.Ordinal))
        {
            // Every name is another one then.
            return [new LostPart(LostKind.Namespace, null, $"the namespace '{before.Namespace}'")];
        }

        return Types(before, after)
            .Concat(before.Field is null ? [] : Events(before.Field, after.Field))
            .Concat(before.Field is null || after.Field is null ? [] : FieldNames(before.Field, after.Field));
    }

    private static IEnumerable<LostPart> Types(SchemaModel before, SchemaModel after)
    {
        // The value of a field is called after the field, whose own name is looked at elsewhere.
        string? value = before.Field is null || after.Field is null ? null : before.Field.ClrName + "Value";
        IEnumerable<string> kept = after.Objects.Select(static o => o.Name).Concat(after.Enums.Select(static e => e.Name));
        List<string> lost = Missing(before.Objects.Select(static o => o.Name).Where(n => !string.Equals(n, value, StringComparison.Ordinal)).Concat(before.Enums.Select(static e => e.Name)), kept);
        if (lost.Count > 0)
        {
            yield return new LostPart(LostKind.Type, null, List("type", lost));
        }

        foreach (ObjectModel old in before.Objects)
        {
            string name = string.Equals(old.Name, value, StringComparison.Ordinal) ? after.Field!.ClrName + "Value" : old.Name;
            if (after.Objects.FirstOrDefault(o => string.Equals(o.Name, name, StringComparison.Ordinal)) is { } current
                && MissingMembers(OwnMembers(old, before), current) is { Count: > 0 } members)
            {
                yield return new LostPart(LostKind.PartOfType, old.Name, $"{List("member", members)} of '{old.Name}'");
            }
        }

        foreach (EnumModel old in before.Enums)
        {
            if (after.Enums.FirstOrDefault(e => string.Equals(e.Name, old.Name, StringComparison.Ordinal)) is { } current
                && MissingValues(old, current) is { Count: > 0 } values)
            {
                yield return new LostPart(LostKind.PartOfType, old.Name, $"{List("value", values)} of '{old.Name}'");
            }
        }
    }

    /// <summary>The members of an object; of a variant those that its union does not have, which are reported there.</summary>
    private static List<MemberModel> OwnMembers(ObjectModel owner, SchemaModel schema)
    {
        ObjectModel? union = owner.VariantOf is null ? null : schema.Objects.FirstOrDefault(o => string.Equals(o.Name, owner.VariantOf, StringComparison.Ordinal));
        return [.. owner.Members.Skip(union?.Members.Length ?? 0)];
    }

    /// <summary>Members that are not there any more under their C# name, or that are not read under a name on the wire any more.</summary>
    private static List<string> MissingMembers(List<MemberModel> old, ObjectModel current)
    {
        var clrNames = new HashSet<string>(current.Members.Select(static m => m.ClrName), StringComparer.Ordinal);
        var wireNames = new HashSet<string>(current.Members.SelectMany(static m => m.Aliases.Append(m.WireName)), StringComparer.Ordinal);
        return
        [
            .. old.Where(m => !clrNames.Contains(m.ClrName)).Select(static m => m.ClrName),
            .. old.Where(m => clrNames.Contains(m.ClrName)).SelectMany(static m => m.Aliases.Prepend(m.WireName)).Where(n => !wireNames.Contains(n)),
        ];
    }

    private static List<string> MissingValues(EnumModel old, EnumModel current)
    {
        var clrNames = new HashSet<string>(current.Values.Select(static v => v.ClrName), StringComparer.Ordinal);
        var wireNames = new HashSet<string>(current.Values.SelectMany(static v => v.Aliases.Append(v.WireName)), StringComparer.Ordinal);
        return
        [
            .. old.Values.Where(v => !clrNames.Contains(v.ClrName)).Select(static v => v.ClrName),
            .. old.Values.Where(v => clrNames.Contains(v.ClrName)).SelectMany(static v => v.Aliases.Prepend(v.WireName)).Where(n => !wireNames.Contains(n)),
        ];
    }

    private static IEnumerable<LostPart> Events(FieldModel before, FieldModel? after)
    {
        List<string> lost = Missing(Handlers(before), after is null ? [] : Handlers(after));
        if (lost.Count > 0)
        {
            yield return new LostPart(LostKind.Event, null, List("event", lost));
        }

        List<string> lookups = Missing(Lookups(before), after is null ? [] : Lookups(after));
        if (lookups.Count > 0)
        {
            yield return new LostPart(LostKind.Event, null, List("lookup", lookups));
        }

        static IEnumerable<string> Handlers(FieldModel field) => field.Groups.SelectMany(static g => g.Variants.Select(static v => v.Handler).Prepend(g.Handler));
        static IEnumerable<string> Lookups(FieldModel field) => field.Groups.SelectMany(static g => g.Lookups.Select(static l => l.ClrName)).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<LostPart> FieldNames(FieldModel before, FieldModel after)
    {
        List<string> lost = Missing(before.Aliases.Prepend(before.Name), after.Aliases.Prepend(after.Name));
        if (lost.Count > 0)
        {
            yield return new LostPart(LostKind.FieldName, null, List("field name", lost));
        }

        if (!string.Equals(before.ClrName, after.ClrName, StringComparison.Ordinal))
        {
            yield return new LostPart(LostKind.ClrName, null, $"the C# name '{before.ClrName}' of the field");
        }
    }

    private static List<string> Missing(IEnumerable<string> before, IEnumerable<string> after)
    {
        var kept = new HashSet<string>(after, StringComparer.Ordinal);
        return [.. before.Where(b => !kept.Contains(b))];
    }

    private static string List(string what, List<string> names) => names.Count == 1
        ? $"the {what} '{names[0]}'"
        : $"the {what}s {string.Join(", ", names.Take(names.Count - 1).Select(static n => $"'{n}'"))} and '{names[names.Count - 1]}'";
}
