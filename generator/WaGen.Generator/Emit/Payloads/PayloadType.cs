using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>A payload among the others of its file: what it inherits, and the names that its code must not take for types.</summary>
internal sealed class PayloadType
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly string _namespace;

    public PayloadType(ObjectModel model, SchemaModel schema)
    {
        Model = model;
        _namespace = schema.Namespace;
        Base = Find(schema, model.VariantOf);
        ObjectModel root = RootOf(schema, model);
        Own = model.Members.Skip(Base?.Members.Length ?? 0).ToList();
        Shorthands = schema.Objects
            .Where(o => o.Payload?.Create is { IsLinked: true } && string.Equals(RootOf(schema, o).Name, root.Name, StringComparison.Ordinal))
            .ToList();
        IsRoot = string.Equals(root.Name, model.Name, StringComparison.Ordinal);
        _names.UnionWith(model.Members.Select(static m => m.ClrName));
        _names.UnionWith(Shorthands.Select(static o => o.Payload!.Create!.Name));
    }

    public ObjectModel Model { get; }

    /// <summary>The union that the payload is a variant of; null for others.</summary>
    public ObjectModel? Base { get; }

    /// <summary>Whether no union of the file has the payload as a variant.</summary>
    public bool IsRoot { get; }

    /// <summary>The members that no union has already.</summary>
    public IReadOnlyList<MemberModel> Own { get; }

    /// <summary>The payloads with a shorthand, which stands on the outermost union.</summary>
    public IReadOnlyList<ObjectModel> Shorthands { get; }

    /// <summary>Whether code that makes one has to set members.</summary>
    public bool MustBeFilled => Model.Members.Any(static m => m.MustBeSet);

    /// <summary>Whether a property hides an inherited shorthand of its name.</summary>
    public bool Hides(string name) => !IsRoot && Shorthands.Any(o => string.Equals(o.Payload!.Create!.Name, name, StringComparison.Ordinal));

    /// <summary>The name of a type where a member of the same name could be meant.</summary>
    public string InExpression(string type) =>
        _names.Contains(type) ? $"global::{_namespace}.{type}" : type;

    /// <summary>The outermost union of a payload, or itself.</summary>
    private static ObjectModel RootOf(SchemaModel schema, ObjectModel model)
    {
        ObjectModel root = model;
        while (Find(schema, root.VariantOf) is { } outer)
        {
            root = outer;
        }

        return root;
    }

    private static ObjectModel? Find(SchemaModel schema, string? name) =>
        name is null ? null : schema.Objects.First(o => string.Equals(o.Name, name, StringComparison.Ordinal));
}
