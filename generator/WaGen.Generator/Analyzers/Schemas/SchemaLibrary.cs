using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Analyzers;

/// <summary>The schema files of a project, found by their <c>$id</c> when a reference leads to them.</summary>
/// <remarks>Shipped files are many and right: none is read before a file of the user refers to it.</remarks>
/// <param name="user">The files of the user, which come first.</param>
/// <param name="shipped">The files that came with the package.</param>
/// <param name="read">Reads a file, or remembers it.</param>
internal sealed class SchemaLibrary(ImmutableArray<AdditionalText> user, ImmutableArray<AdditionalText> shipped, Func<AdditionalText, SchemaDocument> read)
{
    /// <summary>How many references may lead from one to the next; a circle is a diagnostic of the generator.</summary>
    private const int MaxSteps = 64;

    private readonly ConcurrentDictionary<string, SchemaDocument?> _byId = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<SchemaNode, UnionView?> _unions = new();

    public bool IsUser(AdditionalText file) => user.Contains(file);

    public SchemaDocument Read(AdditionalText file) => read(file);

    /// <summary>The file with an address, the user's before a shipped one; null when there is none.</summary>
    public SchemaDocument? Find(string id) => _byId.GetOrAdd(id, i => Find(user, i) ?? Find(shipped, i));

    /// <summary>The shipped file with an address; null when there is none.</summary>
    public SchemaDocument? FindShipped(string id) => Find(shipped, id);

    /// <summary>The union that a schema describes; null when it describes none.</summary>
    public UnionView? UnionOf(LocatedSchema schema) =>
        schema.Node.Branches.Count == 0 ? null : _unions.GetOrAdd(schema.Node, _ => UnionView.Of(schema, this));

    /// <summary>The schema itself or what its references lead to; null when they lead nowhere.</summary>
    public LocatedSchema? Follow(LocatedSchema schema)
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            if (schema.Node.Reference is null)
            {
                return schema;
            }

            if (Target(schema) is not { } target)
            {
                return null;
            }

            schema = target;
        }

        return null;
    }

    /// <summary>What the reference of a schema leads to in one step; null without one, or when it leads nowhere.</summary>
    public LocatedSchema? Target(LocatedSchema schema)
    {
        if (schema.Node.Reference is not { } reference || schema.Document.Id is not { } id)
        {
            return null;
        }

        ReferenceTarget target = ReferenceTarget.Of(reference.Text, id);
        if (target.Address is not { } address)
        {
            return target.Definition is { } local ? Definition(schema.Document, local) : null;
        }

        int fragment = address.IndexOf("#/$defs/", StringComparison.Ordinal);
        return fragment >= 0 && Find(address.Substring(0, fragment)) is { } document
            ? Definition(document, address.Substring(fragment + "#/$defs/".Length))
            : null;
    }

    /// <summary>The members of an object: those of what its references and <c>allOf</c> lead to, then its own. A name may come twice.</summary>
    public List<LocatedMember> MembersOf(LocatedSchema schema)
    {
        var members = new List<LocatedMember>();
        foreach (LocatedSchema part in PartsOf(schema))
        {
            members.AddRange(part.Node.Properties.Select(p => new LocatedMember(p.Name, p.NameSpan, part.With(p.Schema))));
        }

        return members;
    }

    /// <summary>The schemas that together describe an object: the parts of <c>allOf</c>, what a reference leads to, and the schema itself.</summary>
    public List<LocatedSchema> PartsOf(LocatedSchema schema)
    {
        var parts = new List<LocatedSchema>();
        Collect(schema, parts, []);
        return parts;
    }

    private void Collect(LocatedSchema schema, List<LocatedSchema> parts, HashSet<SchemaNode> seen)
    {
        if (!seen.Add(schema.Node))
        {
            return;
        }

        if (Target(schema) is { } target)
        {
            Collect(target, parts, seen);
        }

        foreach (SchemaNode part in schema.Node.AllOf)
        {
            Collect(schema.With(part), parts, seen);
        }

        parts.Add(schema);
    }

    private static LocatedSchema? Definition(SchemaDocument document, string name) =>
        document.Root?.Definitions.Find(d => string.Equals(d.Name, name, StringComparison.Ordinal)) is { } found ? new LocatedSchema(document, found.Schema) : null;

    /// <summary>Looks first at files that are called as the address ends, so that most others are never read.</summary>
    private SchemaDocument? Find(ImmutableArray<AdditionalText> files, string id)
    {
        string name = id.Substring(id.LastIndexOf('/') + 1);
        return files.OrderBy(f => !f.Path.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            .Select(read)
            .FirstOrDefault(d => string.Equals(d.Id?.AbsoluteUri, id, StringComparison.Ordinal));
    }
}
