using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>Says from the schemas alone what should become of each part of a body.</summary>
internal static class SchemaWalk
{
    /// <summary>Finds all events and all parts that are none, in body order.</summary>
    public static List<ExpectedItem> Items(SchemaSet schemas, JsonElement body)
    {
        SchemaEnvelope envelope = schemas.Envelope;
        if (Elements.Find(body, [envelope.ProductMember]) is not { ValueKind: JsonValueKind.String } product || Elements.Text(product) != envelope.Product)
        {
            return [Part(string.Empty, UnhandledReason.OtherProduct)];
        }

        var items = new List<ExpectedItem>();
        Enter(schemas, body, string.Empty, depth: 0, items);
        return items;
    }

    private static void Enter(SchemaSet schemas, JsonElement holder, string path, int depth, List<ExpectedItem> items)
    {
        SchemaEnvelope envelope = schemas.Envelope;
        if (depth == envelope.Steps.Count)
        {
            Change(schemas, holder, path, items);
            return;
        }

        if (holder.ValueKind != JsonValueKind.Object || Elements.Find(holder, [envelope.Steps[depth]], out string step) is not { ValueKind: JsonValueKind.Array } array)
        {
            items.Add(Part(path, UnhandledReason.MalformedEnvelope));
            return;
        }

        int index = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            Enter(schemas, element, $"{Elements.Path(path, step)}[{index++}]", depth + 1, items);
        }
    }

    private static void Change(SchemaSet schemas, JsonElement change, string path, List<ExpectedItem> items)
    {
        string step = string.Empty;
        JsonElement? name = change.ValueKind == JsonValueKind.Object ? Elements.Find(change, [schemas.Envelope.Field]) : null;
        if (name is not { ValueKind: JsonValueKind.String } text || Elements.Text(text).Length == 0
            || Elements.Find(change, [schemas.Envelope.Value], out step) is not { ValueKind: JsonValueKind.Object } value)
        {
            items.Add(Part(path, UnhandledReason.MalformedEnvelope));
            return;
        }

        string at = Elements.Path(path, step);
        string fieldName = Elements.Text(text);
        if (schemas.Fields.FirstOrDefault(f => f.Name == fieldName || f.Aliases.Contains(fieldName)) is not { } field)
        {
            items.Add(Part(at, UnhandledReason.UnknownField));
            return;
        }

        var found = new List<(long Place, ExpectedItem Item)>();
        foreach (SchemaEvent kind in field.Events)
        {
            Collect(field, kind, value, value, at, step: 0, found);
        }

        // What is wrong on the way to several kinds of events is one unusable part.
        items.AddRange(found.Count == 0 ? [Part(at, UnhandledReason.NoEvent)] : found.OrderBy(static f => f.Place).Select(static f => f.Item).DistinctBy(static i => i.Path));
    }

    private static void Collect(SchemaField field, SchemaEvent kind, JsonElement value, JsonElement holder, string path, int step, List<(long Place, ExpectedItem Item)> found)
    {
        if (step == kind.Steps.Count)
        {
            found.Add((Place(value, holder), Event(field, kind.Item, holder, path)));
            return;
        }

        SchemaMember member = kind.Steps[step];
        if (Elements.Find(holder, member.Names, out string name) is not { } next)
        {
            return;
        }

        string at = Elements.Path(path, name);
        if (member.Shape.Kind != SchemaKind.List)
        {
            if (next.ValueKind == JsonValueKind.Object)
            {
                Collect(field, kind, value, next, at, step + 1, found);
            }
            else
            {
                found.Add((Place(value, next), Part(at, UnhandledReason.MalformedItem)));
            }

            return;
        }

        if (next.ValueKind != JsonValueKind.Array)
        {
            found.Add((Place(value, next), Part(at, UnhandledReason.MalformedItem)));
            return;
        }

        int index = 0;
        foreach (JsonElement element in next.EnumerateArray())
        {
            string there = $"{at}[{index++}]";
            if (element.ValueKind == JsonValueKind.Object)
            {
                Collect(field, kind, value, element, there, step + 1, found);
            }
            else
            {
                found.Add((Place(value, element), Part(there, UnhandledReason.MalformedItem)));
            }
        }
    }

    private static ExpectedItem Event(SchemaField field, SchemaShape shape, JsonElement item, string path)
    {
        if (shape.Union is not { } union)
        {
            return new ExpectedItem(path, field.Name, shape.Handler ?? shape.Name, UnhandledReason.None) { Shape = shape };
        }

        (SchemaVariant? variant, UnhandledReason reason) = union.Choose(item);
        return new ExpectedItem(path, variant is null ? null : field.Name, variant?.Handler, reason) { Variant = variant, Shape = shape };
    }

    private static ExpectedItem Part(string path, UnhandledReason reason) => new(path, Field: null, Event: null, reason);

    /// <summary>How far into a value an element of it begins.</summary>
    private static long Place(JsonElement value, JsonElement element) =>
        Unsafe.ByteOffset(ref MemoryMarshal.GetReference(JsonMarshal.GetRawUtf8Value(value)), ref MemoryMarshal.GetReference(JsonMarshal.GetRawUtf8Value(element)));
}
