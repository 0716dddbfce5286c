namespace WaGen.Runtime;

/// <summary>Rules over several members.</summary>
public sealed partial class PayloadCheck
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>Counts the members that are there.</summary>
    /// <param name="members">Whether each is there.</param>
    /// <returns>How many are.</returns>
    public static int Present(params ReadOnlySpan<bool> members)
    {
        int count = 0;
        foreach (bool isPresent in members)
        {
            count += isPresent ? 1 : 0;
        }

        return count;
    }

    /// <summary>Returns the elements of an array.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="values">The array; null has no elements.</param>
    /// <returns>The elements in order.</returns>
    public static ReadOnlySpan<T> Each<T>(PayloadList<T>? values) => values is null ? default : values.AsSpan();

    /// <summary>Checks a value of an enumeration: one that the schema does not list has no text and would be left out. Null is not checked.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <typeparam name="TWire">Its texts.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="value">The value.</param>
    public void Enum<T, TWire>(string name, T? value)
        where T : struct, Enum
        where TWire : struct, IPayloadTexts<T> => Known(name, value is not null && TWire.Text(value.Value).IsEmpty);

    /// <summary>Checks how many elements several arrays have together.</summary>
    /// <param name="name">The path on the wire.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="minimum">The fewest.</param>
    /// <param name="maximum">The most.</param>
    /// <param name="because">Why, as a sentence; null when there is nothing to say.</param>
    public void Total(string name, int count, int minimum = 0, int maximum = int.MaxValue, string? because = null)
    {
        string reason = because is null ? string.Empty : $" {because}";
        if (count < minimum)
        {
            Add(PayloadProblemKind.MinItems, name, minimum, count, $"has {count} elements in all; at least {minimum} {(minimum == 1 ? "is" : "are")} needed.{reason}");
        }

        if (count > maximum)
        {
            Add(PayloadProblemKind.MaxItems, name, maximum, count, $"has {count} elements in all; at most {maximum} {(maximum == 1 ? "is" : "are")} allowed.{reason}");
        }
    }

    /// <summary>Begins to compare texts with each other.</summary>
    public void BeginUnique() => _texts.Clear();

    /// <summary>Checks that a text did not occur since <see cref="BeginUnique"/>; null is not checked.</summary>
    /// <param name="name">The path on the wire.</param>
    /// <param name="value">The text.</param>
    /// <param name="message">What is wrong, as the end of a sentence that begins with the path.</param>
    public void Unique(string name, string? value, string message) => Rule(PayloadProblemKind.Unique, name, value is not null && !_texts.Add(value), message);
}
