using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace WaGen.Generator.Schema;

/// <summary>C# names from names on the wire.</summary>
internal static class ClrNames
{
    /// <summary>The plain PascalCase of a name: <c>order_id</c> becomes OrderId, <c>ORDER_PAID</c> OrderPaid.</summary>
    public static string Pascal(string wireName)
    {
        bool lower = !wireName.Any(char.IsLower);
        var name = new StringBuilder(wireName.Length);
        bool start = true;
        foreach (char c in wireName)
        {
            if (!char.IsLetterOrDigit(c))
            {
                start = true;
                continue;
            }

            if (name.Length == 0 && char.IsDigit(c))
            {
                name.Append('_');
            }

            name.Append(start ? char.ToUpperInvariant(c) : lower ? char.ToLowerInvariant(c) : c);
            start = char.IsDigit(c);
        }

        return name.ToString();
    }

    /// <summary>The name of a parameter for a type: Message becomes message; keywords are escaped.</summary>
    public static string Parameter(string typeName)
    {
        string name = char.ToLowerInvariant(typeName[0]) + typeName.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    /// <summary>Whether a name can stand in C# without escaping, at every place and in every version of the language.</summary>
    /// <remarks>Formatting characters are legal and ignored by the compiler, so that two names could look and be the same.</remarks>
    public static bool IsValid(string name) =>
        SyntaxFacts.IsValidIdentifier(name)
        && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
        && !name.Any(static c => char.GetUnicodeCategory(c) is UnicodeCategory.Format);

    /// <summary>Whether a name consists of small letters only; the compiler warns about types that are called so.</summary>
    public static bool IsAllSmall(string name) => name.All(static c => c is >= 'a' and <= 'z');

    /// <summary>Whether a dotted name can stand in C# as a namespace.</summary>
    public static bool IsValidNamespace(string name) => name.Split('.').All(IsValid);
}
