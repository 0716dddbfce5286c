using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>Replaces references to other files by what they lead to.</summary>
/// <remarks>Of another file only the C# name and the kind of a definition are taken, so that a change inside it prints nothing here.</remarks>
internal sealed class SchemaLinker : IEquatable<SchemaLinker>
{
    private readonly EquatableArray<SchemaExport> _exports;
    private readonly EquatableArray<ApiPaging> _paging;
    private readonly Dictionary<string, MemberType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LimitModel> _limits = new(StringComparer.Ordinal);

    public SchemaLinker(EquatableArray<SchemaExport> exports, EquatableArray<ApiPaging> paging)
    {
        _exports = exports;
        _paging = paging;
        foreach (SchemaExport export in exports)
        {
            _types[export.Address] = export.Type;
            if (export.Limit is not null)
            {
                _limits[export.Address] = export.Limit;
            }
        }

        Paths = new PayloadPaths(exports, Link);
        Answers = new AnswerPaths(Paths, paging);
    }

    /// <summary>Follows the paths of payloads.</summary>
    public PayloadPaths Paths { get; }

    /// <summary>Finds what operations say about their answers.</summary>
    public AnswerPaths Answers { get; }

    public bool Equals(SchemaLinker? other) => other is not null && _exports == other._exports && _paging == other._paging;

    public override bool Equals(object? obj) => Equals(obj as SchemaLinker);

    public override int GetHashCode() => _exports.GetHashCode();

    /// <summary>The model with all members resolved; what leads nowhere is kept raw.</summary>
    public SchemaModel Link(SchemaModel model) => model with
    {
        Objects = model.Objects.Select(o => Link(o.Payload is null ? o : Paths.Link(o))).ToEquatableArray(),
        Field = model.Field is null ? null : Link(model.Field),
        Operation = model.Operation is null ? null : Link(model.Operation, model.Group),
        Api = model.Api is null ? null : model.Api with { Error = ObjectAt(model.Api.Error) },
    };

    /// <summary>Whether a definition says nothing about its type, is missing or a circle.</summary>
    public bool IsRaw(string address) => Resolve(new MemberType { Shape = MemberShape.External, Reference = address }).Shape is MemberShape.Raw;

    /// <summary>What is wrong with a reference; null when nothing is.</summary>
    public DiagnosticInfo? Check(SchemaReference reference)
    {
        string address = reference.Address;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Add(address))
        {
            if (!_types.TryGetValue(address, out MemberType? type))
            {
                return reference.Place.Report(SchemaRules.UnresolvedReference, address);
            }

            if (type.Shape is not MemberShape.External)
            {
                return null;
            }

            address = type.Reference!;
        }

        return reference.Place.Report(SchemaRules.CircularReference, reference.Address);
    }

    private OperationModel Link(OperationModel operation, ApiGroup? group)
    {
        MemberType? answer = ObjectAt(operation.Answer);
        return operation with { Body = ObjectAt(operation.Body), Answer = answer, Page = Answers.PageOf(operation, group, answer) };
    }

    private FieldModel Link(FieldModel field) => field with
    {
        Context = field.Context.Select(c => c with { Member = Link(c.Member) }).ToEquatableArray(),
        Groups = field.Groups.Select(g => g with { Lookups = g.Lookups.Select(l => l with { ListType = Resolve(l.ListType) }).Where(static l => l.ListType.Shape is MemberShape.List).ToEquatableArray() }).ToEquatableArray(),
    };

    private ObjectModel Link(ObjectModel model) => model with { Members = model.Members.Select(Link).ToEquatableArray() };

    private MemberModel Link(MemberModel member) =>
        member.Type.Shape is MemberShape.External ? member with { Type = Resolve(member.Type), Limit = LimitOf(member) } : member;

    /// <summary>The limits of a member, with those of the definition in another file.</summary>
    private LimitModel? LimitOf(MemberModel member)
    {
        MemberType type = member.Type;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (type.Shape is MemberShape.External && seen.Add(type.Reference!) && _types.TryGetValue(type.Reference!, out MemberType? next))
        {
            if (_limits.TryGetValue(type.Reference!, out LimitModel? limit))
            {
                return member.Type.Around is MemberShape.External ? limit : (member.Limit ?? new LimitModel()) with { Element = limit };
            }

            type = next;
        }

        return member.Limit;
    }

    /// <summary>The object that a body or an answer is; null when it leads elsewhere.</summary>
    public MemberType? ObjectAt(MemberType? type) => type is not null && Resolve(type) is { Shape: MemberShape.Object } found ? found : null;

    private MemberType Resolve(MemberType type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        MemberType current = type;
        while (current.Shape is MemberShape.External)
        {
            if (!seen.Add(current.Reference!) || !_types.TryGetValue(current.Reference!, out MemberType? next))
            {
                return MemberType.Raw;
            }

            next = current.Around switch
            {
                MemberShape.List => next.AsListElement(),
                MemberShape.Map => next.AsMapValue(),
                _ => next,
            };
            current = next;
        }

        return current;
    }
}
