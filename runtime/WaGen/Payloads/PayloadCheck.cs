using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace WaGen.Runtime;

/// <summary>Checks payloads against the limits of their schemas. Plumbing of printed code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class PayloadCheck
{
    private readonly List<PayloadProblem> _problems = [];
    private readonly List<string> _path = [];

    internal PayloadCheck()
    {
    }

    internal IReadOnlyList<PayloadProblem> Problems => _problems;

    internal void Root(Payload payload) => payload.CheckMembers(this);

    /// <summary>Notes that a member is missing that must be there.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="present">Whether it is there.</param>
    public void Required(string name, bool present)
    {
        if (!present)
        {
            Add(PayloadProblemKind.Required, name, null, null, "is required");
        }
    }

    /// <summary>Checks a text; null is not checked.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="value">The text.</param>
    /// <param name="minimum">The fewest code points.</param>
    /// <param name="maximum">The most code points.</param>
    /// <param name="pattern">The form as a regular expression; null for any.</param>
    public void Text(string name, string? value, int minimum = 0, int maximum = int.MaxValue, string? pattern = null)
    {
        if (value is null)
        {
            return;
        }

        int length = Length(value);
        if (length < minimum)
        {
            Add(PayloadProblemKind.MinLength, name, minimum, length, minimum == 1 ? "must not be empty" : $"has {length} characters, the least is {minimum}");
        }

        if (length > maximum)
        {
            Add(PayloadProblemKind.MaxLength, name, maximum, length, $"has {length} characters, the most is {maximum}");
        }

        if (pattern is not null && !PayloadPatterns.IsMatch(pattern, value))
        {
            Add(PayloadProblemKind.Pattern, name, null, null, $"has not the form {pattern}");
        }
    }

    /// <summary>Checks a number; null is not checked.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="value">The number.</param>
    /// <param name="minimum">The smallest; null without a limit.</param>
    /// <param name="maximum">The largest; null without a limit.</param>
    public void Number(string name, decimal? value, decimal? minimum, decimal? maximum)
    {
        if (value < minimum)
        {
            Add(PayloadProblemKind.Minimum, name, minimum, value, $"is below the least of {Show(minimum)}");
        }

        if (value > maximum)
        {
            Add(PayloadProblemKind.Maximum, name, maximum, value, $"is above the most of {Show(maximum)}");
        }
    }

    /// <summary>Checks the number of elements; null is not checked.</summary>
    /// <param name="name">The name on the wire, or a path.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="minimum">The fewest.</param>
    /// <param name="maximum">The most.</param>
    public void Count(string name, int? count, int minimum = 0, int maximum = int.MaxValue)
    {
        if (count < minimum)
        {
            Add(PayloadProblemKind.MinItems, name, minimum, count, minimum == 1 ? "must have at least one element" : $"has {count} elements, the least is {minimum}");
        }

        if (count > maximum)
        {
            Add(PayloadProblemKind.MaxItems, name, maximum, count, $"has {count} elements, the most is {maximum}");
        }
    }

    /// <summary>Checks a value of an enumeration: one that the schema does not list has no text.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="isUnknown">Whether the value has no text.</param>
    public void Known(string name, bool isUnknown)
    {
        if (isUnknown)
        {
            Add(PayloadProblemKind.Unknown, name, null, null, "has a value that the schema does not list");
        }
    }

    /// <summary>Notes that an object is none of the variants that the schema lists.</summary>
    /// <param name="name">The member that tells variants apart.</param>
    public void UnknownVariant(string name) => Add(PayloadProblemKind.Unknown, name, null, null, "names no variant that the schema lists");

    /// <summary>Checks an object; null is not checked.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="value">The object.</param>
    public void Object(string name, Payload? value)
    {
        if (value is not null)
        {
            _path.Add(name);
            value.CheckMembers(this);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>Checks the objects of an array; null is not checked.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="values">The elements.</param>
    public void Objects<T>(string name, PayloadList<T>? values)
        where T : Payload
    {
        for (int i = 0; i < values?.Count; i++)
        {
            _path.Add(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"));
            values[i].CheckMembers(this);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>Checks the texts of an array; null is not checked.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="values">The elements.</param>
    /// <param name="minimum">The fewest code points of each.</param>
    /// <param name="maximum">The most code points of each.</param>
    /// <param name="pattern">The form of each; null for any.</param>
    public void Texts(string name, PayloadList<string>? values, int minimum = 0, int maximum = int.MaxValue, string? pattern = null)
    {
        for (int i = 0; i < values?.Count; i++)
        {
            Text(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), values[i], minimum, maximum, pattern);
        }
    }

    /// <summary>Checks the objects of a map; null is not checked.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="values">The objects by their names.</param>
    public void Map<T>(string name, IReadOnlyDictionary<string, T>? values)
        where T : Payload
    {
        foreach (KeyValuePair<string, T> value in values ?? new Dictionary<string, T>(StringComparer.Ordinal))
        {
            Object($"{name}.{value.Key}", value.Value);
        }
    }

    /// <summary>Checks the texts of a map; null is not checked.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="values">The texts by their names.</param>
    /// <param name="minimum">The fewest code points of each.</param>
    /// <param name="maximum">The most code points of each.</param>
    /// <param name="pattern">The form of each; null for any.</param>
    public void TextMap(string name, IReadOnlyDictionary<string, string>? values, int minimum = 0, int maximum = int.MaxValue, string? pattern = null)
    {
        foreach (KeyValuePair<string, string> value in values ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Text($"{name}.{value.Key}", value.Value, minimum, maximum, pattern);
        }
    }

    /// <summary>Notes a rule over several members that is broken.</summary>
    /// <param name="kind">Which kind of rule.</param>
    /// <param name="name">The member or the path that the rule is about.</param>
    /// <param name="broken">Whether it is broken.</param>
    /// <param name="message">What is wrong, as the end of a sentence that begins with the path.</param>
    public void Rule(PayloadProblemKind kind, string name, bool broken, string message)
    {
        if (broken)
        {
            Add(kind, name, null, null, message);
        }
    }

    private static int Length(string value)
    {
        int length = 0;
        foreach (Rune unused in value.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    private static string Show(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private void Add(PayloadProblemKind kind, string name, decimal? limit, decimal? actual, string message)
    {
        string path = _path.Count == 0 ? name : name.Length == 0 ? string.Join('.', _path) : $"{string.Join('.', _path)}.{name}";
        _problems.Add(new PayloadProblem(kind, path, limit, actual, $"'{path}' {message}"));
    }
}
