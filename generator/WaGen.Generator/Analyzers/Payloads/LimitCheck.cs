using System.Globalization;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Checks values against the limit of one member.</summary>
/// <param name="member">The name of the member, for messages.</param>
/// <param name="limit">Its limit; that of a text holds for every text of a list, of a list in a list, or of a map.</param>
/// <param name="report">Takes what is wrong.</param>
internal sealed class LimitCheck(string member, PayloadLimit limit, Action<Diagnostic> report)
{
    /// <summary>Checks a value that is known in advance; says nothing about others.</summary>
    public void Value(IOperation value)
    {
        if (ListElements.Of(value) is { } list)
        {
            List(value, list);
            foreach (IOperation element in list.Elements.SelectMany(PossibleValues.Of))
            {
                Element(element);
            }
        }
        else
        {
            Scalar(value);
            foreach (IOperation entry in MapValues.Of(value).SelectMany(PossibleValues.Of))
            {
                Scalar(entry);
            }
        }
    }

    /// <summary>Checks an element. When it is a list, the limits of texts are those of its elements; how many it may have is not known here.</summary>
    private void Element(IOperation value)
    {
        foreach (IOperation scalar in ListElements.Of(value) is { } row ? row.Elements.SelectMany(PossibleValues.Of) : [value])
        {
            Scalar(scalar);
        }
    }

    private void Scalar(IOperation value)
    {
        if (value.ConstantValue is not { HasValue: true } constant)
        {
            TextInParts(value);
        }
        else if (constant.Value is string text)
        {
            Text(value, text);
        }
        else if (constant.Value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal)
        {
            Number(value, Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture));
        }
    }

    private void Text(IOperation value, string text)
    {
        int length = TextLength.Of(text);
        if (limit.MaxLength > 0 && length > limit.MaxLength)
        {
            Report(PayloadRules.TextLength, value, $"at most {Count(limit.MaxLength, "character")}", Invariant(length), "shorten");
        }
        else if (length < limit.MinLength)
        {
            Report(PayloadRules.TextLength, value, $"at least {Count(limit.MinLength, "character")}", Invariant(length), "lengthen");
        }
        else if (limit.Refuses(text))
        {
            Report(PayloadRules.TextForm, value, limit.Pattern!);
        }
    }

    /// <summary>A text with parts that are not known is too long for certain when the others are.</summary>
    private void TextInParts(IOperation value)
    {
        if (limit.MaxLength > 0 && TextLength.LeastOf(value) is var least && least > limit.MaxLength)
        {
            Report(PayloadRules.TextLength, value, $"at most {Count(limit.MaxLength, "character")}", $"at least {Invariant(least)}", "shorten");
        }
    }

    private void List(IOperation value, ListElements list)
    {
        string count = list.IsComplete ? Invariant(list.Elements.Length) : $"at least {Invariant(list.Elements.Length)}";
        if (limit.MaxItems > 0 && list.Elements.Length > limit.MaxItems)
        {
            Report(PayloadRules.ListLength, list.Elements[limit.MaxItems], $"at most {Count(limit.MaxItems, "element")}", count, "leave out the rest");
        }
        else if (list.IsComplete && list.Elements.Length < limit.MinItems)
        {
            Report(PayloadRules.ListLength, value, $"at least {Count(limit.MinItems, "element")}", count, "add what is missing");
        }
    }

    private void Number(IOperation value, double number)
    {
        if (number > limit.Maximum)
        {
            Report(PayloadRules.NumberRange, value, $"at most {Invariant(limit.Maximum)}", Invariant(number));
        }
        else if (number < limit.Minimum)
        {
            Report(PayloadRules.NumberRange, value, $"at least {Invariant(limit.Minimum)}", Invariant(number));
        }
    }

    private static string Count(int count, string what) => $"{Invariant(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Invariant(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private void Report(DiagnosticDescriptor rule, IOperation place, params string[] arguments) =>
        report(Diagnostic.Create(rule, place.Syntax.GetLocation(), [member, .. arguments]));
}
