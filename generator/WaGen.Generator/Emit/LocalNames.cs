using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Shortens the names of types that the printed file shares a namespace with.</summary>
/// <remarks>Only where a type is expected: there a member of the same name does not hide it.</remarks>
internal static class LocalNames
{
    public static SchemaModel Shorten(SchemaModel schema)
    {
        string prefix = $"global::{schema.Namespace}.";
        return schema with
        {
            Objects = schema.Objects.Select(o => o with
            {
                Members = o.Members.Select(m => Shorten(m, prefix)).ToEquatableArray(),
                Payload = o.Payload?.WithPaths(p => Shorten(p, prefix)),
                Union = o.Union is null ? null : o.Union with { Variants = Shorten(o.Union.Variants, prefix) },
                Event = o.Event is null ? null : o.Event with { FieldClass = Cut(o.Event.FieldClass, prefix), ContextType = Cut(o.Event.ContextType, prefix) },
            }).ToEquatableArray(),
            Field = schema.Field is not { } field ? null : field with
            {
                ValueType = Cut(field.ValueType, prefix),
                Context = field.Context.Select(c => c with { Member = Shorten(c.Member, prefix) }).ToEquatableArray(),
                Groups = field.Groups.Select(g => g with
                {
                    TypeName = Cut(g.TypeName, prefix),
                    Variants = Shorten(g.Variants, prefix),
                    Lookups = g.Lookups.Select(l => l with { ListType = Shorten(l.ListType, prefix) }).ToEquatableArray(),
                }).ToEquatableArray(),
            },
            Operation = schema.Operation is not { } operation ? null : operation with
            {
                Body = Cut(operation.Body, prefix),
                Answer = Cut(operation.Answer, prefix),
                Page = operation.Page is not { } page ? null : page with { ItemType = Cut(page.ItemType, prefix) },
            },
            Api = schema.Api is not { } api ? null : api with { Error = Cut(api.Error, prefix) },
        };
    }

    /// <summary>Shortens the names that a file takes from its envelope, but for that of the contract: beside it stands a property of the same kind.</summary>
    public static PrintContext Shorten(PrintContext context, string space)
    {
        string prefix = $"global::{space}.";
        return context with
        {
            HandlerType = Cut(context.HandlerType, prefix),
            Ancestors = context.Ancestors.Select(a => a with { TypeName = Cut(a.TypeName, prefix) }).ToEquatableArray(),
            Api = context.Api is not { } api ? null : api with { DefinitionClass = Cut(api.DefinitionClass, prefix) },
        };
    }

    /// <summary>Shortens the names of fields.</summary>
    public static ContractModel Shorten(ContractModel contract)
    {
        string prefix = $"global::{contract.Namespace}.";
        return contract with { Fields = contract.Fields.Select(f => f with { FieldType = Cut(f.FieldType, prefix) }).ToEquatableArray() };
    }

    private static EquatableArray<VariantModel> Shorten(EquatableArray<VariantModel> variants, string prefix) =>
        variants.Select(v => v with { TypeName = Cut(v.TypeName, prefix) }).ToEquatableArray();

    private static PayloadPath Shorten(PayloadPath path, string prefix) => path with
    {
        Steps = path.Steps.Select(s => s with { Member = Shorten(s.Member, prefix), Variant = s.Variant is null ? null : Cut(s.Variant, prefix) }).ToEquatableArray(),
    };

    private static MemberModel Shorten(MemberModel member, string prefix) => member with { Type = Shorten(member.Type, prefix) };

    private static MemberType Shorten(MemberType type, string prefix) => type.TypeName is null ? type : type with { TypeName = Cut(type.TypeName, prefix) };

    private static MemberType? Cut(MemberType? type, string prefix) => type is null ? null : Shorten(type, prefix);

    private static string Cut(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && name.IndexOf('.', prefix.Length) < 0 ? name.Substring(prefix.Length) : name;
}
