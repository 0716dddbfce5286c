using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Variants and what tells them apart.</summary>
internal sealed partial class ModelBuilder
{
    private void BuildUnion(ObjectDraft union, SchemaNode schema)
    {
        var extension = new SchemaExtension(schema.Extension ?? new JsonNode(JsonNodeKind.Object, schema.Json.Span, string.Empty), _problems);
        IReadOnlyList<JsonNode> discriminatorNodes = extension.Texts("discriminators");
        var discriminators = discriminatorNodes.Select(static d => PathOf(d.Text)).ToList();
        if (IsPayload && (discriminators.Count > 1 || discriminators.Exists(static d => d.Names.Length > 1)))
        {
            Inexpressible(schema, "a union of payloads that more than one member tells apart, or one inside of another object");
            return;
        }

        union.Discriminators.UnionWith(discriminators.Select(static d => d.Names[0]));
        var drafts = new List<ObjectDraft>();
        var variants = new List<VariantModel>();
        foreach (SchemaNode branch in schema.Branches)
        {
            if (StartVariant(union, branch) is not { } draft)
            {
                continue;
            }

            drafts.Add(draft);
            VariantModel variant = BuildVariant(draft, union, discriminators);
            if (IsPayload || TakeHandler(union, draft, variants, branch))
            {
                CheckSelectable(union, variant, variants, branch, isLast: branch == schema.Branches[schema.Branches.Count - 1]);
                variants.Add(variant);
            }
        }

        for (int i = 0; i < discriminators.Count; i++)
        {
            if (!drafts.Append(union).Any(d => SchemaAt(d.Schema, discriminators[i].Names) is not null))
            {
                _problems.Add(SchemaRules.DiscriminatorNotFound, discriminatorNodes[i].Span, discriminatorNodes[i].Text, union.Name);
            }
        }

        union.Union = new UnionModel { Discriminators = discriminators.ToEquatableArray(), Variants = variants.ToEquatableArray() };
    }

    /// <summary>Whether the union can have methods for the variant.</summary>
    private bool TakeHandler(ObjectDraft union, ObjectDraft draft, List<VariantModel> before, SchemaNode branch)
    {
        TextSpan place = (draft.Schema.Extension?["handler"] ?? branch.Json).Span;
        string method = "TryGet" + draft.Handler;
        if (before.Exists(v => string.Equals(v.Handler, draft.Handler, StringComparison.Ordinal)))
        {
            _problems.Add(SchemaRules.NameClash, place, $"On{draft.Handler}Async", $"the method of another variant of '{union.Name}'");
            return false;
        }

        if (string.Equals(method, union.Name, StringComparison.Ordinal) || union.Members.Exists(m => m.PrintedNames().Contains(method, StringComparer.Ordinal)))
        {
            _problems.Add(SchemaRules.NameClash, place, method, $"'{union.Name}' or one of its members");
            return false;
        }

        return true;
    }

    /// <summary>Builds the view of a variant: the members of the union, then its own.</summary>
    private ObjectDraft? StartVariant(ObjectDraft union, SchemaNode branch)
    {
        SchemaProperty? definition = branch.Reference is { } reference && TryLocal(reference, out _) ? LocalTarget(reference) : null;
        if (branch.Reference is not null && definition is null)
        {
            if (!TryLocal(branch.Reference, out _))
            {
                Inexpressible(branch, "a variant that another file defines");
            }

            return null;
        }

        SchemaNode schema = definition?.Schema ?? branch;
        if (_objectsByNode.TryGetValue(schema, out ObjectDraft? taken))
        {
            string role = taken.VariantOf is null ? "an object that is no variant" : $"a variant of '{taken.VariantOf}'";
            _problems.Add(SchemaRules.NameClash, branch.Json.Span, taken.Name, role);
            return null;
        }

        if ((schema.Branches.Count > 0 && !IsPayload) || schema.Reference is not null || (schema.Types & ~(SchemaTypes.Object | SchemaTypes.Null)) != SchemaTypes.None)
        {
            Inexpressible(branch, schema.Branches.Count > 0 ? "a variant that has variants itself" : "a variant that is not described as an object at its own place");
            return null;
        }

        string? name = schema.Name ?? definition?.Name;
        if (name is null)
        {
            _problems.Add(SchemaRules.InvalidName, schema.Json.Span, string.Empty, "a variant needs a name of its own");
            return null;
        }

        Extension(schema, "of a variant", IsPayload ? [.. KeysOfObject(isDefinition: true, schema.Branches.Count > 0), "content", "reply"] : ["name", "handler", "content", "role", "instead"]);
        if (!TakeObjectName(name, schema.Extension?["name"] ?? schema.Json))
        {
            return null;
        }

        ObjectDraft draft = StartObject(schema, name, union.Provenance);
        draft.VariantOf = union.Name;
        draft.Discriminators.UnionWith(union.Discriminators);
        draft.Members.AddRange(union.Members);
        AddMembers(draft, schema);
        draft.IsPlainVariant = !IsPayload && draft.Members.Count == union.Members.Count && !IsMemberType(schema);
        if (schema.Branches.Count > 0)
        {
            _open.Add(schema);
            BuildUnion(draft, schema);
            _open.Remove(schema);
        }

        return draft;
    }

    private VariantModel BuildVariant(ObjectDraft draft, ObjectDraft union, List<MemberPath> discriminators)
    {
        SchemaNode schema = draft.Schema;
        JsonNode? contentNode = schema.Extension?["content"];
        MemberPath? content = schema.Extension is null || new SchemaExtension(schema.Extension, _problems).Optional("content") is not { } path ? null : PathOf(path);
        SchemaNode? contentSchema = content is null ? null : SchemaAt(schema, content.Names) ?? SchemaAt(union.Schema, content.Names);
        if (content is not null && IsPayload)
        {
            // A variant that has variants itself may be told by a member that each of them has.
            contentSchema ??= schema.Branches.Select(b => Follow(b) is { } inner ? SchemaAt(inner, content.Names) : null).FirstOrDefault(static s => s is not null);
        }

        if (content is not null && (contentSchema is null || !(IsPayload ? content.Names.Length == 1 : MayBeContainer(contentSchema))))
        {
            string problem = contentSchema is null || IsPayload ? $"is no member of '{draft.Name}'" : "leads to what is neither an object nor an array";
            _problems.Add(SchemaRules.PathNotFound, contentNode!.Span, contentNode.Text, "content", problem);
            content = null;
        }

        return new VariantModel
        {
            Name = draft.Name,
            TypeName = FullName(draft.IsPlainVariant ? union.Name : draft.Name),
            HasOwnType = !draft.IsPlainVariant,
            Handler = draft.Handler,
            Description = schema.Description,
            Advice = AdviceOfVariant(draft, union),
            Conditions = discriminators.Select(d => ConditionOf(schema, d)).ToEquatableArray(),
            Content = content,
            ContentIsArray = contentSchema is not null && ((contentSchema.Types & SchemaTypes.Array) != SchemaTypes.None || contentSchema.Items is not null),
        };
    }

    private static bool MayBeContainer(SchemaNode schema) =>
        schema.Types is SchemaTypes.None ? schema.Values.Count == 0 : (schema.Types & (SchemaTypes.Object | SchemaTypes.Array)) != SchemaTypes.None;

    private void CheckSelectable(ObjectDraft union, VariantModel variant, List<VariantModel> before, SchemaNode branch, bool isLast)
    {
        bool unconditional = variant.Conditions.All(static c => c.IsEmpty);
        if (unconditional && variant.Content is null)
        {
            if (IsPayload && isLast)
            {
                // The last variant of a union of payloads may be what all the others are not.
                return;
            }

            _problems.Add(SchemaRules.VariantNotSelectable, branch.Json.Span, variant.Name, union.Name, "has nothing that tells it apart");
            return;
        }

        VariantModel? rival = unconditional
            ? before.Find(v => v.Conditions.All(static c => c.IsEmpty) && v.Content == variant.Content)
            : RivalOf(variant, before);
        if (rival is not null)
        {
            _problems.Add(SchemaRules.VariantNotSelectable, branch.Json.Span, variant.Name, union.Name, $"is always preceded by '{rival.Name}'");
        }
    }

    /// <summary>A variant that comes first whatever selects this one; null when something is left for this one.</summary>
    /// <remarks>One that asks for less is no rival: at each discriminator those that ask for the text at hand go first.</remarks>
    private static VariantModel? RivalOf(VariantModel variant, List<VariantModel> before)
    {
        var combinations = new List<List<string?>> { new() };
        foreach (EquatableArray<string> condition in variant.Conditions)
        {
            IEnumerable<string?> values = condition.IsEmpty ? new string?[] { null } : condition;
            combinations = combinations.SelectMany(c => values.Select(v => new List<string?>(c) { v })).ToList();
        }

        VariantModel? rival = null;
        foreach (List<string?> combination in combinations)
        {
            VariantModel? winner = before.Find(v => combination
                .Select((text, i) => text is null ? v.Conditions[i].IsEmpty : v.Conditions[i].Contains(text, StringComparer.Ordinal))
                .All(static fits => fits));
            if (winner is null)
            {
                return null;
            }

            rival ??= winner;
        }

        return rival;
    }
}
