namespace WaGen.CodeFixes;

/// <summary>A value of an example that is being made: an object, an array of one element, or a text of JSON.</summary>
internal sealed class Sample
{
    /// <summary>Objects up to this length are written in one line when they hold no others.</summary>
    private const int ShortLine = 100;

    private Sample(string? text, List<(string Name, Sample Value)>? members, Sample? element)
    {
        Text = text;
        Members = members;
        Element = element;
    }

    /// <summary>The JSON of a value that has no parts here; null for others.</summary>
    public string? Text { get; }

    /// <summary>The members of an object; null for others.</summary>
    public List<(string Name, Sample Value)>? Members { get; }

    /// <summary>The one element of an array; null for others.</summary>
    public Sample? Element { get; private set; }

    public static Sample Of(string json) => new(json, null, null);

    public static Sample Array(Sample element) => new(null, null, element);

    public static Sample Object() => new(null, [], null);

    /// <summary>Gives a member of an object a value, in its old place when it was there.</summary>
    public void Set(string name, Sample value)
    {
        int index = Members!.FindIndex(m => string.Equals(m.Name, name, StringComparison.Ordinal));
        if (index < 0)
        {
            Members.Add((name, value));
        }
        else
        {
            Members[index] = (name, value);
        }
    }

    public Sample? Find(string name) => Members?.Find(m => string.Equals(m.Name, name, StringComparison.Ordinal)).Value;

    /// <summary>Takes another element.</summary>
    public void Replace(Sample element) => Element = element;

    /// <summary>The JSON with line feeds.</summary>
    public string ToText(string unit) => Write(unit, string.Empty);

    private string Write(string unit, string indentation)
    {
        string inner = indentation + unit;
        if (Text is not null)
        {
            return Text;
        }

        if (Members is null)
        {
            return Element!.Text is { } element ? $"[{element}]" : $"[\n{inner}{Element.Write(unit, inner)}\n{indentation}]";
        }

        if (Members.Count == 0)
        {
            return "{}";
        }

        IEnumerable<string> lines = Members.Select(m => $"{SchemaEditor.Quote(m.Name)}: {m.Value.Write(unit, inner)}").ToList();
        return Members.TrueForAll(static m => m.Value.Text is not null) && lines.Sum(static l => l.Length) <= ShortLine
            ? $"{{ {string.Join(", ", lines)} }}"
            : $"{{\n{inner}{string.Join($",\n{inner}", lines)}\n{indentation}}}";
    }
}
