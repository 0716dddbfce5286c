using System.Text.Json;
using System.Text.Json.Nodes;
using WaGen.Tests.Generated.Schemas;

namespace WaGen.Tests.Generated;

/// <summary>Makes bodies that fit the shipped schemas: every member absent, null or present, under any of its names, in any form and order.</summary>
/// <param name="schemas">The schemas.</param>
/// <param name="random">Decides everything.</param>
internal sealed class SchemaBodies(SchemaSet schemas, Random random)
{
    private const int MaxDepth = 9;
    private const int Attempts = 12;

    private readonly SchemaScalars _scalars = new(random);
    private readonly HashSet<SchemaShape> _eventLists = [.. schemas.Fields.SelectMany(static f => f.Events).SelectMany(static e => e.Steps).Select(static s => s.Shape)];

    /// <summary>Makes a body.</summary>
    /// <param name="entries">How many entries it has.</param>
    /// <param name="changes">How many changes each of them has at most.</param>
    /// <param name="items">How many items each list of events has at most.</param>
    public JsonObject Body(int entries, int changes, int items)
    {
        JsonObject body = Holder(schemas.Envelope.Root, depth: 0, entries, changes, items);
        body[schemas.Envelope.ProductMember] = schemas.Envelope.Product;
        return (JsonObject)Shuffled(body)!;
    }

    /// <summary>Makes a value with at least one event.</summary>
    public JsonObject Value(SchemaField field, int items)
    {
        for (int attempt = 0; attempt < 100; attempt++)
        {
            JsonObject value = Object(field.Value, depth: 0, items);
            using JsonDocument wrapped = JsonDocument.Parse(Wrap(field, value));
            List<ExpectedItem> found = SchemaWalk.Items(schemas, wrapped.RootElement);
            if (found.TrueForAll(static i => i.Reason == UnhandledReason.None))
            {
                return value;
            }
        }

        throw new InvalidOperationException($"No value with an event comes out of the schema of '{field.Name}'.");
    }

    /// <summary>Makes a body that holds nothing but a value.</summary>
    public byte[] Wrap(SchemaField field, JsonObject value)
    {
        JsonNode body = new JsonObject { [schemas.Envelope.Field] = field.Name, [schemas.Envelope.Value] = value.DeepClone() };
        foreach (string step in schemas.Envelope.Steps.Reverse())
        {
            body = new JsonObject { [step] = new JsonArray(body) };
        }

        body[schemas.Envelope.ProductMember] = schemas.Envelope.Product;
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private JsonObject Holder(SchemaShape shape, int depth, int entries, int changes, int items)
    {
        if (depth == schemas.Envelope.Steps.Count)
        {
            SchemaField field = schemas.Fields[random.Next(schemas.Fields.Count)];
            JsonObject change = Members(shape.Members.Where(m => m.Name != schemas.Envelope.Value), depth, items);
            change[schemas.Envelope.Field] = Pick([field.Name, .. field.Aliases]);
            change[schemas.Envelope.Value] = Value(field, items);
            return change;
        }

        SchemaMember list = shape.Find(schemas.Envelope.Steps[depth])!;
        JsonObject holder = Members(shape.Members.Where(m => m != list), depth, items);
        int count = depth == 0 ? entries : random.Next(1, changes + 1);
        holder[list.Name] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => Holder(list.Shape.Element!, depth + 1, entries, changes, items))]);
        return holder;
    }

    private JsonNode? Node(SchemaShape shape, int depth, int items)
    {
        switch (shape.Kind)
        {
            case SchemaKind.Object:
                return Object(shape, depth, items);
            case SchemaKind.Map:
                var map = new JsonObject();
                for (int i = random.Next(3); i > 0; i--)
                {
                    map[_scalars.Name()] = Node(shape.Element!, depth + 1, items);
                }

                return map;
            case SchemaKind.List:
                int count = _eventLists.Contains(shape) ? random.Next(1, items + 1) : random.Next(3);
                return new JsonArray([.. Enumerable.Range(0, count).Select(_ => Node(shape.Element!, depth + 1, items))]);
            default:
                return _scalars.Next(shape);
        }
    }

    private JsonObject Object(SchemaShape shape, int depth, int items) => shape.Union is { } union
        ? Variant(union, union.Variants[random.Next(union.Variants.Count)], depth, items)
        : Members(shape.Members, depth, items);

    /// <summary>Makes one variant; attempts at which absent members leave it undecided which one it is are dropped.</summary>
    private JsonObject Variant(SchemaUnion union, SchemaVariant variant, int depth, int items)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            bool bare = attempt > Attempts / 2;
            JsonObject made = bare ? [] : Members(variant.Shape.Members, depth, items);
            for (int i = 0; i < union.Discriminators.Count; i++)
            {
                if (variant.Conditions[i].Count > 0 && (bare || random.Next(8) > 0))
                {
                    Put(made, variant.Shape, union.Discriminators[i], depth, items, Pick(variant.Conditions[i]));
                }
            }

            if (variant.Content.Count > 0 && (bare || random.Next(8) > 0))
            {
                Put(made, variant.Shape, variant.Content, depth, items, fixedText: null);
            }

            using JsonDocument read = JsonDocument.Parse(made.ToJsonString());
            if (union.Choose(read.RootElement).Variant == variant)
            {
                return made;
            }
        }

        throw new InvalidOperationException($"The variant '{variant.Handler}' cannot be chosen.");
    }

    /// <summary>Sets a member to a text, or to something that fits it, and the objects on the way to it.</summary>
    private void Put(JsonObject holder, SchemaShape shape, IReadOnlyList<string> path, int depth, int items, string? fixedText)
    {
        JsonObject current = holder;
        SchemaShape? place = shape;
        for (int i = 0; i < path.Count; i++)
        {
            SchemaMember? member = place?.Find(path[i]);
            bool isLast = i == path.Count - 1;
            string name = member?.Names.FirstOrDefault(n => current[n] is not null) ?? path[i];
            JsonNode? there = current[name];
            if (isLast && fixedText is not null)
            {
                current[name] = fixedText;
            }
            else if (there is not (JsonObject or JsonArray))
            {
                current[name] = member is null || member.Shape.Kind == SchemaKind.Raw ? new JsonObject() : Node(member.Shape, depth + i + 1, items);
            }

            if (!isLast)
            {
                current = (JsonObject)current[name]!;
                place = member?.Shape;
            }
        }
    }

    private JsonObject Members(IEnumerable<SchemaMember> members, int depth, int items)
    {
        var made = new JsonObject();
        foreach (SchemaMember member in members)
        {
            int lot = random.Next(100);
            bool isDeep = depth >= MaxDepth && member.Shape.Kind is SchemaKind.Object or SchemaKind.Map or SchemaKind.List;
            if (lot < 65 && !isDeep)
            {
                made[Pick(member.Names)] = Node(member.Shape, depth + 1, items);
            }
            else if (lot > 90)
            {
                made[Pick(member.Names)] = null;
            }
        }

        return made;
    }

    private JsonNode? Shuffled(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                KeyValuePair<string, JsonNode?>[] members = [.. json.Select(m => KeyValuePair.Create(m.Key, Shuffled(m.Value)))];
                random.Shuffle(members);
                return new JsonObject(members);
            case JsonArray array:
                return new JsonArray([.. array.Select(Shuffled)]);
            default:
                return node?.DeepClone();
        }
    }

    private string Pick(IReadOnlyList<string> texts) => texts[random.Next(4) == 0 ? random.Next(texts.Count) : 0];
}
