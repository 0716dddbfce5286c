using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Documents the types and members of one file. The first one with a source says it, the others inherit it from there.</summary>
/// <param name="writer">The writer.</param>
/// <param name="id">The <c>$id</c> of the schema; each type says where in it it is described.</param>
internal sealed class TypeDocs(CodeWriter writer, string id)
{
    /// <summary>The pointer of types that a file as a whole describes.</summary>
    public const string WholeFile = "#";

    private readonly Dictionary<Provenance, string> _first = [];
    private readonly Dictionary<string, string> _firstMembers = new(StringComparer.Ordinal);

    /// <summary>Prints what a view is and where the facts about it come from.</summary>
    /// <remarks>A documentation file is silent about internal types, and a reference that stands at a type finds the members of that type first.</remarks>
    public void Describe(ObjectModel model)
    {
        Describe(
            model.Name,
            model.Description,
            $"The object {model.Name}.",
            model.Provenance,
            canBeInherited: !model.IsInternal,
            canInherit: first => !model.Members.Any(m => string.Equals(m.ClrName, first, StringComparison.Ordinal)));
        if (!model.IsInternal)
        {
            Docs.SeeSchema(writer, id, model.Pointer);
        }
    }

    /// <summary>Prints what an enumeration is and where the facts about it come from.</summary>
    public void Describe(EnumModel model) => Describe(model.Name, model.Description, $"The values of {model.Name}.", model.Provenance, model.Pointer);

    /// <summary>Prints what a type is and where the facts about it come from.</summary>
    /// <param name="name">The C# name of the type.</param>
    /// <param name="description">What it is, from the schema.</param>
    /// <param name="fallback">What to say when the schema says nothing.</param>
    /// <param name="provenance">Where the facts come from.</param>
    /// <param name="pointer">Where in the schema it is described.</param>
    public void Describe(string name, string? description, string fallback, Provenance provenance, string pointer)
    {
        Describe(name, description, fallback, provenance, canBeInherited: true, static _ => true);
        Docs.SeeSchema(writer, id, pointer);
    }

    /// <summary>Prints what a member is and where the facts about it come from.</summary>
    /// <param name="name">The C# name of the member, with its type.</param>
    /// <param name="description">What it is, from the schema.</param>
    /// <param name="fallback">What to say when the schema says nothing.</param>
    /// <param name="remarks">What else there is to say; may be empty.</param>
    /// <param name="hasSource">Whether the remarks name a source, which is long.</param>
    public void DescribeMember(string name, string? description, string fallback, string remarks, bool hasSource)
    {
        Docs.Summary(writer, description ?? fallback);
        if (hasSource && _firstMembers.TryGetValue(remarks, out string? first))
        {
            Docs.InheritRemarks(writer, first);
            return;
        }

        if (hasSource)
        {
            _firstMembers.Add(remarks, name);
        }

        Docs.Remark(writer, remarks);
    }

    private void Describe(string name, string? description, string fallback, Provenance provenance, bool canBeInherited, Func<string, bool> canInherit)
    {
        bool isSaid = _first.TryGetValue(provenance, out string? first);
        if (isSaid && provenance != Provenance.None && canInherit(first!))
        {
            Docs.Summary(writer, description ?? fallback);
            Docs.InheritRemarks(writer, first!);
            return;
        }

        Docs.Describe(writer, description, fallback, provenance);
        if (!isSaid && canBeInherited)
        {
            _first.Add(provenance, name);
        }
    }
}
