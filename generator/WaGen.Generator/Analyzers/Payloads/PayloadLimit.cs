using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>What a schema limits of a member, read from the attribute that printed members and parameters carry.</summary>
internal sealed class PayloadLimit
{
    /// <summary>How long a pattern may look at one text. It comes from a schema, and an editor waits for it.</summary>
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    private readonly Lazy<Regex?> _pattern;

    /// <summary>Reads the attribute.</summary>
    public PayloadLimit(AttributeData attribute)
    {
        ImmutableArray<KeyValuePair<string, TypedConstant>> values = attribute.NamedArguments;
        MinLength = Read(values, nameof(MinLength), 0);
        MaxLength = Read(values, nameof(MaxLength), 0);
        Pattern = Read<string?>(values, nameof(Pattern), null);
        MinItems = Read(values, nameof(MinItems), 0);
        MaxItems = Read(values, nameof(MaxItems), 0);
        Minimum = Read(values, nameof(Minimum), double.NegativeInfinity);
        Maximum = Read(values, nameof(Maximum), double.PositiveInfinity);
        _pattern = new Lazy<Regex?>(MakePattern);
    }

    /// <summary>The fewest code points of a text; 0 without a limit.</summary>
    public int MinLength { get; }

    /// <summary>The most code points of a text; 0 without a limit.</summary>
    public int MaxLength { get; }

    /// <summary>The form of a text as a regular expression; null without one.</summary>
    public string? Pattern { get; }

    /// <summary>The fewest elements of a list; 0 without a limit.</summary>
    public int MinItems { get; }

    /// <summary>The most elements of a list; 0 without a limit.</summary>
    public int MaxItems { get; }

    /// <summary>The smallest number.</summary>
    public double Minimum { get; }

    /// <summary>The largest number.</summary>
    public double Maximum { get; }

    /// <summary>Whether a text has certainly not the form that is asked for: not when the pattern is broken or too slow.</summary>
    public bool Refuses(string text)
    {
        try
        {
            return _pattern.Value?.IsMatch(text) is false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static T Read<T>(ImmutableArray<KeyValuePair<string, TypedConstant>> values, string name, T absent)
    {
        foreach (KeyValuePair<string, TypedConstant> value in values)
        {
            if (string.Equals(value.Key, name, StringComparison.Ordinal) && value.Value.Kind is not TypedConstantKind.Error && value.Value.Value is T found)
            {
                return found;
            }
        }

        return absent;
    }

    private Regex? MakePattern()
    {
        try
        {
            return Pattern is null ? null : new Regex(Pattern, RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
