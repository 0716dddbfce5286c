using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Counts the code points of texts as the runtime does.</summary>
internal static class TextLength
{
    /// <summary>The code points of a text. Half of a surrogate pair counts as one, because a replacement is written for it.</summary>
    public static int Of(string text)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++, length++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
        }

        return length;
    }

    /// <summary>The code points that a text has at least, whatever is put into it: those of its constant parts.</summary>
    public static int LeastOf(IOperation value)
    {
        int length = 0;
        var open = new Stack<IOperation>([value]);
        while (open.Count > 0)
        {
            IOperation current = PossibleValues.Unwrap(open.Pop());
            if (current.ConstantValue is { HasValue: true, Value: string text })
            {
                length += Of(text);
            }
            else if (current is IInterpolatedStringOperation interpolated)
            {
                foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
                {
                    open.Push(part is IInterpolatedStringTextOperation constant ? constant.Text : ((IInterpolationOperation)part).Expression);
                }
            }
            else if (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, OperatorMethod: null } sum)
            {
                open.Push(sum.LeftOperand);
                open.Push(sum.RightOperand);
            }
        }

        return length;
    }
}
