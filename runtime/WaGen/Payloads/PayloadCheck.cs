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

    internal void Root(Payload payload) => payload.Check(this);

    /// <summary>Notes that a member is missing that must be there.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="present">Whether it is there.</param>
    public void Required(string name, bool present)
    {
        if (!present)
        {
            Add(PayloadProblemKind.Required, name, null, null, "is required.");
        }
    }

    /// <summary>Checks a member that always has the same value: one that was read may lack it, or have another one.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="payload">The payload that has the member.</param>
    public void Constant(ReadOnlySpan<byte> name, Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (payload.Source?.Find(name) is { } received)
        {
            bool isMissing = received.Raw.Length == 0;
            Add(
                isMissing ? PayloadProblemKind.Required : PayloadProblemKind.Unknown,
                Encoding.UTF8.GetString(name),
                null,
                null,
                isMissing ? "is required." : $"must be {Encoding.UTF8.GetString(received.Written)}.");
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

        // A code point takes one or two units, so most lengths need no counting.
        if (value.Length > maximum && CodePoints(value) is var length && length > maximum)
        {
            Add(PayloadProblemKind.MaxLength, name, maximum, length, string.Create(CultureInfo.InvariantCulture, $"has {Characters(length)}; at most {maximum} {(maximum == 1 ? "is" : "are")} allowed."));
        }

        if (value.Length / 2 < minimum && CodePoints(value) is var few && few < minimum)
        {
            Add(PayloadProblemKind.MinLength, name, minimum, few, value.Length == 0 ? "must not be empty." : string.Create(CultureInfo.InvariantCulture, $"has {Characters(few)}; at least {minimum} {(minimum == 1 ? "is" : "are")} needed."));
        }

        if (pattern is not null && !PayloadPatterns.IsMatch(pattern, value))
        {
            Add(PayloadProblemKind.Pattern, name, null, null, $"does not match the pattern {pattern} that the schema asks for.");
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
            Add(PayloadProblemKind.Minimum, name, minimum, value, $"is {Show(value)}; at least {Show(minimum)} is needed.");
        }

        if (value > maximum)
        {
            Add(PayloadProblemKind.Maximum, name, maximum, value, $"is {Show(value)}; at most {Show(maximum)} is allowed.");
        }
    }

    /// <summary>Checks a floating-point number; null is not checked. One that is not finite cannot be written.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="value">The number.</param>
    /// <param name="minimum">The smallest; null without a limit.</param>
    /// <param name="maximum">The largest; null without a limit.</param>
    public void Double(string name, double? value, decimal? minimum, decimal? maximum)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            Add(PayloadProblemKind.Unknown, name, null, null, "is no finite number.");
        }
        else if (value < (double?)minimum)
        {
            Add(PayloadProblemKind.Minimum, name, minimum, InRange(value), $"is {Show(value)}; at least {Show(minimum)} is needed.");
        }
        else if (value > (double?)maximum)
        {
            Add(PayloadProblemKind.Maximum, name, maximum, InRange(value), $"is {Show(value)}; at most {Show(maximum)} is allowed.");
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
            Add(PayloadProblemKind.MinItems, name, minimum, count, string.Create(CultureInfo.InvariantCulture, $"has {Elements(count)}; at least {minimum} {(minimum == 1 ? "is" : "are")} needed."));
        }

        if (count > maximum)
        {
            Add(PayloadProblemKind.MaxItems, name, maximum, count, string.Create(CultureInfo.InvariantCulture, $"has {Elements(count)}; at most {maximum} {(maximum == 1 ? "is" : "are")} allowed."));
        }
    }

    /// <summary>Checks a value of an enumeration: one that the schema does not list has no text.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="isUnknown">Whether the value has no text.</param>
    public void Known(string name, bool isUnknown)
    {
        if (isUnknown)
        {
            Add(PayloadProblemKind.Unknown, name, null, null, "has a value that the schema does not list.");
        }
    }

    /// <summary>Notes that an object is none of the variants that the schema lists.</summary>
    /// <param name="name">The member that tells variants apart.</param>
    public void UnknownVariant(string name) => Add(PayloadProblemKind.Unknown, name, null, null, "names no variant that the schema lists.");

    /// <summary>Checks an object; null is not checked.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="value">The object.</param>
    public void Object(string name, Payload? value)
    {
        if (value is not null)
        {
            _path.Add(name);
            value.Check(this);
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
            values[i].Check(this);
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

    /// <summary>Checks the arrays of texts in an array; null is not checked.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="rows">The arrays.</param>
    /// <param name="fewest">The fewest elements of each.</param>
    /// <param name="most">The most elements of each.</param>
    /// <param name="minimum">The fewest code points of each text.</param>
    /// <param name="maximum">The most code points of each text.</param>
    /// <param name="pattern">The form of each text; null for any.</param>
    public void TextRows(string name, PayloadList<PayloadList<string>>? rows, int fewest = 0, int most = int.MaxValue, int minimum = 0, int maximum = int.MaxValue, string? pattern = null)
    {
        for (int i = 0; i < rows?.Count; i++)
        {
            string row = string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]");
            Count(row, rows[i].Count, fewest, most);
            Texts(row, rows[i], minimum, maximum, pattern);
        }
    }

    /// <summary>Checks the objects of a map; null is not checked.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="values">The objects by their names.</param>
    public void Map<T>(string name, IReadOnlyDictionary<string, T>? values)
        where T : Payload
    {
        int position = 0;
        foreach (KeyValuePair<string, T> value in values ?? new Dictionary<string, T>(StringComparer.Ordinal))
        {
            Object(PathOf(name, value.Key, position++), value.Value);
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
        int position = 0;
        foreach (KeyValuePair<string, string> value in values ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Text(PathOf(name, value.Key, position++), value.Value, minimum, maximum, pattern);
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
            Add(kind, name, null, null, message.EndsWith('.') ? message : message + ".");
        }
    }

    /// <summary>Counts the code points; half a surrogate pair counts as one.</summary>
    private static int CodePoints(string value)
    {
        int pairs = 0;
        for (int index = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); index >= 0 && index + 1 < value.Length; index++)
        {
            if (char.IsSurrogatePair(value[index], value[index + 1]))
            {
                pairs++;
                index++;
            }
        }

        return value.Length - pairs;
    }

    /// <summary>The path of a member with a free name. Such names come from the application, so only what looks like a name is shown.</summary>
    private static string PathOf(string map, string name, int position) =>
        name.Length is > 0 and <= 64 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? $"{map}.{name}"
            : string.Create(CultureInfo.InvariantCulture, $"{map}[{position}]");

    private static string Characters(int count) => count == 1 ? "1 character" : string.Create(CultureInfo.InvariantCulture, $"{count} characters");

    private static string Elements(int? count) => count == 1 ? "1 element" : string.Create(CultureInfo.InvariantCulture, $"{count} elements");

    private static string Show<T>(T? number)
        where T : struct, IFormattable => number?.ToString(null, CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A number as decimal; null when that cannot hold it.</summary>
    private static decimal? InRange(double? number) => Math.Abs(number.GetValueOrDefault()) < (double)decimal.MaxValue ? (decimal?)number : null;

    private void Add(PayloadProblemKind kind, string name, decimal? limit, decimal? actual, string message)
    {
        string path = _path.Count == 0 ? name : name.Length == 0 ? string.Join('.', _path) : $"{string.Join('.', _path)}.{name}";
        _problems.Add(new PayloadProblem(kind, path, limit, actual, $"'{path}' {message}"));
    }
}
