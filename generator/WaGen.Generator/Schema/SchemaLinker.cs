using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>Replaces references to other files by what they lead to.</summary>
/// <remarks>Of another file only the C# name and the kind of a definition are taken, so that a change inside it prints nothing here.</remarks>
internal sealed class SchemaLinker : IEquatable<SchemaLinker>
{
    private readonly EquatableArray<SchemaExport> _exports;
    private readonly Dictionary<string, MemberType> _types = new(StringComparer.Ordinal);

    public SchemaLinker(EquatableArray<SchemaExport> exports)
    {
        _exports = exports;
        foreach (SchemaExport export in exports)
        {
            _types[export.Address] = export.Type;
        }
    }

    public bool Equals(SchemaLinker? other) => other is not null && _exports == other._exports;

    public override bool Equals(object? obj) => Equals(obj as SchemaLinker);

    public override int GetHashCode() => _exports.GetHashCode();

    /// <summary>The model with all members resolved; what leads nowhere is kept raw.</summary>
    public SchemaModel Link(SchemaModel model) => model with
    {
        Objects = model.Objects.Select(o => o with { Members = o.Members.Select(Link).ToEquatableArray() }).ToEquatableArray(),
        Field = model.Field is null ? null : Link(model.Field),
        Operation = model.Operation is not { } operation ? null : operation with { Body = ObjectAt(operation.Body), Answer = ObjectAt(operation.Answer) },
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

    private FieldModel Link(FieldModel field) => field with
    {
        Context = field.Context.Select(c => c with { Member = Link(c.Member) }).ToEquatableArray(),
        Groups = field.Groups.Select(g => g with { Lookups = g.Lookups.Select(l => l with { ListType = Resolve(l.ListType) }).Where(static l => l.ListType.Shape is MemberShape.List).ToEquatableArray() }).ToEquatableArray(),
    };

    private MemberModel Link(MemberModel member) => member.Type.Shape is MemberShape.External ? member with { Type = Resolve(member.Type) } : member;

    /// <summary>The object that a body or an answer is; null when it leads elsewhere.</summary>
    private MemberType? ObjectAt(MemberType? type) => type is not null && Resolve(type) is { Shape: MemberShape.Object } found ? found : null;

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
