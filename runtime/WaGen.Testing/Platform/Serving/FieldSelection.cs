using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What a request asks for: <c>id,owner_app{id,name},partners.limit(5)</c>.</summary>
internal sealed class FieldSelection
{
    private const int DeepestNesting = 16;

    private readonly List<(string Name, FieldSelection? Inner)> _fields = [];

    private FieldSelection()
    {
    }

    /// <summary>Reads the syntax. Arguments of fields are passed over, what is not closed ends with the text.</summary>
    public static FieldSelection Parse(string text)
    {
        int position = 0;
        return Parse(text, ref position, depth: 0);
    }

    /// <summary>Whether a field is asked for.</summary>
    public static bool Asks(string? fields, string field) => fields is not null && Parse(fields)._fields.Exists(f => f.Name.Equals(field, StringComparison.Ordinal));

    /// <summary>Takes the fields of an object. The id is always there.</summary>
    public JsonObject Read(FakeNode node)
    {
        var read = new JsonObject();
        foreach ((string name, FieldSelection? inner) in _fields)
        {
            if (node.Read(name) is { } value)
            {
                read[name] = inner is null ? value : inner.Take(value);
            }
        }

        read["id"] = node.Id;
        return read;
    }

    private JsonNode Take(JsonNode value)
    {
        switch (value)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(item => item is null ? null : Take(item.DeepClone()))]);
            case JsonObject list when list["data"] is JsonArray data:
                list["data"] = Take(data.DeepClone());
                return list;
            case JsonObject obj:
                foreach (string name in obj.Select(static p => p.Key).Where(key => !_fields.Exists(f => f.Name.Equals(key, StringComparison.Ordinal)) && key is not "id").ToArray())
                {
                    obj.Remove(name);
                }

                foreach ((string name, FieldSelection? inner) in _fields)
                {
                    if (inner is not null && obj[name] is { } nested)
                    {
                        obj[name] = inner.Take(nested.DeepClone());
                    }
                }

                return obj;
            default:
                return value;
        }
    }

    private static FieldSelection Parse(string text, ref int position, int depth)
    {
        var selection = new FieldSelection();
        while (position < text.Length && text[position] != '}')
        {
            int start = position;
            while (position < text.Length && text[position] is not (',' or '{' or '}' or '.' or '('))
            {
                position++;
            }

            string name = text[start..position].Trim();
            SkipArguments(text, ref position);
            FieldSelection? inner = null;
            if (position < text.Length && text[position] == '{' && depth < DeepestNesting)
            {
                position++;
                inner = Parse(text, ref position, depth + 1);
                position++;
            }

            if (name.Length > 0)
            {
                selection._fields.Add((name, inner));
            }

            while (position < text.Length && text[position] is not ('}' or ','))
            {
                position++;
            }

            if (position < text.Length && text[position] == ',')
            {
                position++;
            }
        }

        return selection;
    }

    private static void SkipArguments(string text, ref int position)
    {
        int open = 0;
        for (; position < text.Length && (open > 0 || text[position] is not (',' or '{' or '}')); position++)
        {
            open += text[position] switch { '(' => 1, ')' => -1, _ => 0 };
        }
    }
}
