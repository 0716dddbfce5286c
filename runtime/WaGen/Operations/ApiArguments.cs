using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace WaGen;

/// <summary>What a caller gives for the parameters of an operation: names as on the wire, values as text.</summary>
/// <remarks>
/// Written as a collection: <c>new ApiArguments { { "phone-number-id", id }, { "limit", 25L } }</c>. A null is not sent. The texts may be
/// phone numbers or addresses that carry a signature, so <see cref="ToString"/> shows names only.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(ApiArgumentsDebugView))]
public sealed class ApiArguments : IReadOnlyCollection<KeyValuePair<string, string?>>
{
    private readonly List<KeyValuePair<string, string?>> _values = [];

    /// <summary>Gets how many arguments there are, those without a value included.</summary>
    public int Count => _values.Count;

    /// <summary>Gets the value of an argument; null when it is missing or has none.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    public string? this[string name]
    {
        get
        {
            int index = IndexOf(name);
            return index < 0 ? null : _values[index].Value;
        }
    }

    /// <summary>Adds an argument.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">The value; null is not sent.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (IndexOf(name) >= 0)
        {
            throw new ArgumentException($"The argument '{name}' is there already.", nameof(name));
        }

        _values.Add(new(name, value));
    }

    /// <summary>Adds a whole number, written without grouping.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">The value; null is not sent.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a truth value, written <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">The value; null is not sent.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string name, bool? value) => Add(name, value switch { null => null, true => "true", false => "false" });

    /// <summary>Adds a time, written as seconds since 1970.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">The value; null is not sent.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string name, DateTimeOffset? value) => Add(name, value?.ToUnixTimeSeconds());

    /// <summary>Adds an address as it was written.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">The value; null is not sent.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string name, Uri? value) => Add(name, value?.OriginalString);

    /// <summary>Adds a list, written as a JSON array.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="values">The values; null is not sent, an empty list is.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string name, IEnumerable<string>? values) => Add(name, values is null ? null : JsonList.Of(values));

    /// <summary>Adds a list of whole numbers, written as a JSON array.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="values">The values; null is not sent, an empty list is.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string name, IEnumerable<long>? values) =>
        Add(name, values is null ? null : $"[{string.Join(',', values.Select(static v => v.ToString(CultureInfo.InvariantCulture)))}]");

    /// <summary>Returns the arguments in the order in which they were added.</summary>
    /// <returns>Names and values.</returns>
    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the names; values may be private.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => string.Join(", ", _values.Select(static v => v.Key));

    private int IndexOf(string name) => _values.FindIndex(v => string.Equals(v.Key, name, StringComparison.Ordinal));

    /// <summary>What a debugger lists: names.</summary>
    private sealed class ApiArgumentsDebugView(ApiArguments arguments)
    {
        [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
        public string[] Names { get; } = [.. arguments._values.Select(static v => v.Key)];
    }
}
