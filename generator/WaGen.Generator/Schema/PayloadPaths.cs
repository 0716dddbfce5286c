using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>Follows the paths of payloads through the definitions of all files.</summary>
/// <param name="exports">What the files offer each other.</param>
/// <param name="link">Replaces the reference of a member to another file by what it leads to.</param>
internal sealed class PayloadPaths(EquatableArray<SchemaExport> exports, Func<MemberModel, MemberModel> link)
{
    private readonly Dictionary<string, ObjectModel> _objects = exports
        .Where(static e => e.Payload is not null)
        .GroupBy(static e => e.Type.TypeName!, StringComparer.Ordinal)
        .ToDictionary(static g => g.Key, static g => g.First().Payload!, StringComparer.Ordinal);

    private readonly Dictionary<string, EnumModel> _enums = exports
        .Where(static e => e.Enum is not null)
        .GroupBy(static e => e.Type.TypeName!, StringComparer.Ordinal)
        .ToDictionary(static g => g.Key, static g => g.First().Enum!, StringComparer.Ordinal);

    /// <summary>The payload with all its paths followed.</summary>
    public ObjectModel Link(ObjectModel model)
    {
        PayloadModel payload = model.Payload!.WithPaths(p => Follow(p, model));
        return model with
        {
            Members = model.Members.Select(Filled).ToEquatableArray(),
            Payload = payload with
            {
                Rules = payload.Rules.Select(Named).Where(static r => r.IsLinked).ToEquatableArray(),
                Conversation = Named(payload.Conversation),
                Create = payload.Create is { IsLinked: true } create && !Missing(model, create).Any() ? create : null,
            },
        };
    }

    /// <summary>What is wrong with a path; null when nothing is.</summary>
    public string? Problem(SchemaPath path)
    {
        if (!_objects.TryGetValue(path.Owner, out ObjectModel? owner))
        {
            return null;
        }

        PayloadPath walked = Walk(path.Path, owner);
        return walked.Steps.IsEmpty ? "leads to no member of a payload" : Fits(walked) ? null : "leads to a member of another kind";
    }

    /// <summary>The members on a way through objects alone; null when it leads nowhere.</summary>
    /// <param name="type">The full C# name of the payload at which it starts.</param>
    /// <param name="path">Names on the wire with dots between them.</param>
    public IReadOnlyList<MemberModel>? Members(string type, string path)
    {
        var members = new List<MemberModel>();
        string? current = type;
        foreach (string name in path.Split('.'))
        {
            if (current is null || !_objects.TryGetValue(current, out ObjectModel? owner) || Find(owner, name) is not { Variant: null } found)
            {
                return null;
            }

            MemberModel member = Filled(found.Member);
            members.Add(member);
            current = member.Type.Shape is MemberShape.Object ? member.Type.TypeName : null;
        }

        return members;
    }

    /// <summary>Members that a shorthand does not set although the payload that it makes needs them.</summary>
    public IEnumerable<string> Missing(ObjectModel owner, ShorthandModel shorthand)
    {
        PayloadPath[] paths = [.. shorthand.Parameters.Select(p => Follow(p.Path, owner))];
        return paths.Any(static p => p.Steps.IsEmpty) ? [] : Missing(owner, [.. paths.Select(static p => p.Steps.Select(static s => s.Member).ToArray())], 0);
    }

    /// <summary>The value of an enumeration that has a text; null when the enumeration has none.</summary>
    public string? NameOf(MemberType type, string text) => type.TypeName is { } name && _enums.TryGetValue(name, out EnumModel? model)
        ? model.Values.FirstOrDefault(v => v.Aliases.Prepend(v.WireName).Contains(text, StringComparer.Ordinal))?.ClrName
        : null;

    /// <summary>The values of a condition that its member cannot have.</summary>
    public IEnumerable<string> UnknownValues(ObjectModel owner, RuleModel rule) =>
        rule.When is { } when && Follow(when, owner).Last is { Member.Type: { Shape: MemberShape.Enum } type } ? rule.Is.Where(v => NameOf(type, v) is null) : [];

    private IEnumerable<string> Missing(ObjectModel owner, MemberModel[][] paths, int depth)
    {
        foreach (MemberModel member in owner.Members.Where(static m => m.Constant is null).Select(Filled))
        {
            MemberModel[][] through = [.. paths.Where(p => p.Length > depth && string.Equals(p[depth].WireName, member.WireName, StringComparison.Ordinal))];
            if (through.Length == 0 && member.MustBeSet)
            {
                yield return member.WireName;
            }

            if (Array.TrueForAll(through, p => p.Length > depth + 1) && through.Length > 0 && _objects.TryGetValue(member.Type.TypeName ?? string.Empty, out ObjectModel? inner))
            {
                foreach (string missing in Missing(inner, through, depth + 1))
                {
                    yield return $"{member.WireName}.{missing}";
                }
            }
        }
    }

    private ConversationModel? Named(ConversationModel? conversation) => conversation is { GroupText: { } text, GroupKind.Last: { Member.Type: { Shape: MemberShape.Enum } type } }
        ? conversation with { GroupValue = NameOf(type, text) }
        : conversation;

    private RuleModel Named(RuleModel rule) => rule.When?.Last is { Member.Type: { Shape: MemberShape.Enum } type }
        ? rule with { Values = rule.Is.Select(v => NameOf(type, v)).OfType<string>().Distinct(StringComparer.Ordinal).ToEquatableArray() }
        : rule;

    /// <summary>The linked member, and whether it is an object that says all by its constants.</summary>
    private MemberModel Filled(MemberModel member)
    {
        MemberModel linked = link(member);
        return linked.IsRequired && linked.Type.Shape is MemberShape.Object && _objects.TryGetValue(linked.Type.TypeName!, out ObjectModel? type)
            ? linked with { IsPrefilled = type.Union is null && type.Members.Any(static m => m.Constant is not null) && !type.Members.Any(static m => m.MustBeSet) }
            : linked;
    }

    /// <summary>The member of an object, or of one of its variants: then with the type of that variant.</summary>
    private (MemberModel Member, string? Variant)? Find(ObjectModel owner, string name)
    {
        if (owner.Members.FirstOrDefault(m => m.Constant is null && string.Equals(m.WireName, name, StringComparison.Ordinal)) is { } own)
        {
            return (own, null);
        }

        foreach (VariantModel variant in owner.Union?.Variants ?? default)
        {
            if (_objects.TryGetValue(variant.TypeName, out ObjectModel? model) && Find(model, name) is { } found)
            {
                return (found.Member, found.Variant ?? variant.TypeName);
            }
        }

        return null;
    }

    /// <summary>Whether a path leads to what it must lead to.</summary>
    private static bool Fits(PayloadPath path)
    {
        PayloadStep last = path.Last!;
        MemberShape shape = last.Member.Type.Shape;
        bool isWalk = path.Steps.Any(static s => s.IsEach);
        return path.Need switch
        {
            PathNeed.Array => isWalk || last.Member.Type.IsArray,
            PathNeed.Text => last.IsEach ? shape is MemberShape.TextList : shape is MemberShape.Text or MemberShape.Id,
            PathNeed.Value => !isWalk && shape is (MemberShape.Text or MemberShape.Id or MemberShape.Boolean or MemberShape.Enum),
            PathNeed.Single => !isWalk,
            PathNeed.Settable => !isWalk && path.Steps.All(static s => s.Variant is null) && path.Steps.Take(path.Steps.Length - 1).All(static s => !s.IsUnion),
            _ => !last.IsEach,
        };
    }

    /// <summary>The path with the members on its way; without any when it does not lead where it must.</summary>
    private PayloadPath Follow(PayloadPath path, ObjectModel owner)
    {
        PayloadPath walked = Walk(path, owner);
        return walked.Steps.IsEmpty || Fits(walked) ? walked : path;
    }

    /// <summary>The path with the members on its way; without any when it leads nowhere.</summary>
    private PayloadPath Walk(PayloadPath path, ObjectModel owner)
    {
        var steps = new List<PayloadStep>();
        ObjectModel? current = owner;
        foreach ((string name, bool isEach) in path.Names)
        {
            if (current is null || Find(current, name) is not { } found)
            {
                return path;
            }

            MemberModel member = Filled(found.Member);
            bool isList = member.Type.Shape is MemberShape.List;
            if (isEach && !member.Type.IsArray)
            {
                return path;
            }

            // Elements are passed by walking the array, and only so.
            current = (isList ? isEach : member.Type.Shape is MemberShape.Object) && _objects.TryGetValue(member.Type.TypeName!, out ObjectModel? next) ? next : null;
            steps.Add(new PayloadStep
            {
                Member = member,
                Variant = found.Variant,
                IsEach = isEach,
                IsUnion = !isList && current?.Union is not null,
                IsBare = !isList && current is { Union: null } && current.Members.All(static m => m.Constant is not null),
            });
        }

        return path with { Steps = steps.ToEquatableArray() };
    }
}
