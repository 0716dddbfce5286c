using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Schema.Json;

namespace WaGen.CodeFixes;

/// <summary>Makes a whole body that shows one event, with little more than has to be there.</summary>
internal sealed class ExampleBuilder
{
    private const string OuterMark = "^";

    private readonly FieldView _field;
    private readonly EventView _event;
    private readonly SchemaLibrary _library;
    private readonly SampleBuilder _samples;

    private ExampleBuilder(FieldView field, EventView shown, SchemaLibrary library)
    {
        _field = field;
        _event = shown;
        _library = library;
        _samples = new SampleBuilder(library);
    }

    /// <summary>A body that fits its schemas and shows the event; null when none could be made.</summary>
    public static Sample? Build(FieldView field, EventView shown, SchemaLibrary library)
    {
        Sample body = new ExampleBuilder(field, shown, library).Body();
        return JsonReader.Read(SourceText.From(body.ToText("  ")), out _) is { } json && IsRight(json, field, shown, library) ? body : null;
    }

    private static bool IsRight(JsonNode body, FieldView field, EventView shown, SchemaLibrary library)
    {
        var check = new ExampleCheck(library);
        ExampleAnalyzer.CheckBody(body, field, library, check);
        return check.Problems.Count == 0
            && field.ChangesOf(body, library).Any(c => c.Change[field.ValueMember] is { } value && shown.IsIn(value, field.Document.Schema, library));
    }

    private Sample Body()
    {
        JsonNode extension = _field.Envelope.Root!.Extension!;
        string[] way = [.. _field.Path.Select(FieldView.NameOf)];
        List<string[]> wanted = [[.. way, _field.FieldMember], [.. way, _field.ValueMember], .. OuterMembers(way)];
        JsonNode? product = extension["product"];
        if (product?["member"] is { } member)
        {
            wanted.Add([member.Text]);
        }

        Sample body = _samples.Build([_field.Envelope.Schema], wanted, variant: null);
        if (product?["member"] is { } sender && product["value"] is { } value)
        {
            body.Set(sender.Text, Sample.Of(SchemaEditor.Quote(value.Text)));
        }

        if (At(body, way) is { Members: not null } change)
        {
            change.Set(_field.FieldMember, Sample.Of(SchemaEditor.Quote(_field.Names[0])));
            change.Set(_field.ValueMember, Value());
        }

        return body;
    }

    private Sample Value()
    {
        List<string[]> wanted = [.. Identity(static i => !i.StartsWith(OuterMark, StringComparison.Ordinal))];
        Sample item = _samples.Build([_event.Item], wanted, _event.Variant);
        string[] way = [.. FieldView.Split(_event.Path).Select(FieldView.NameOf)];
        if (way.Length == 0)
        {
            return item;
        }

        Sample value = _samples.Build([_field.Document.Schema], [way], variant: null);
        Sample? owner = At(value, [.. way.Take(way.Length - 1)]);
        if (owner?.Find(way[way.Length - 1]) is { Element: not null } array)
        {
            array.Replace(item);
        }

        return value;
    }

    /// <summary>The members that tell the event apart: the first always, others when they are members of the event itself.</summary>
    private IEnumerable<string[]> Identity(Func<string, bool> isMeant) => LocatedSchema.TextsOf(_event.Json["identity"])
        .Where((path, i) => isMeant(path) && (i == 0 || !path.Contains(".")))
        .Select(static path => path.TrimStart(OuterMark[0]).Split('.'));

    /// <summary>Members of the envelope that tell the event apart, of the innermost object that has them.</summary>
    private IEnumerable<string[]> OuterMembers(string[] way)
    {
        foreach (string[] path in Identity(static i => i.StartsWith(OuterMark, StringComparison.Ordinal)))
        {
            for (int length = way.Length; length >= 0; length--)
            {
                LocatedSchema? level = FieldView.ItemAt(_field.Envelope.Schema, [.. _field.Path.Take(length)], _library);
                if (level is not null && _library.MembersOf(level).Exists(m => string.Equals(m.Name, path[0], StringComparison.Ordinal)))
                {
                    yield return [.. way.Take(length), path[0]];
                    break;
                }
            }
        }
    }

    /// <summary>What stands at a path of members; of an array its element.</summary>
    private static Sample? At(Sample sample, string[] way)
    {
        Sample? current = sample;
        foreach (string name in way)
        {
            current = current?.Find(name);
            current = current?.Element ?? current;
        }

        return current;
    }
}
