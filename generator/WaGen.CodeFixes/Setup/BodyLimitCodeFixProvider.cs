using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Raises body limits to what the provider sends (WAGEN306).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BodyLimitCodeFixProvider))]
[Shared]
public sealed class BodyLimitCodeFixProvider : ReplacementCodeFixProvider
{
    private const int Kilobyte = 1024;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SetupRules.BodyLimitTooLow.Id];

    private protected override string Property => BodyLimitAnalyzer.MinimumProperty;

    private protected override string TitleFor(ExpressionSyntax underlined, string text) => $"Set it to {InKilobytes(text)}";

    private protected override ExpressionSyntax Write(ExpressionSyntax old, string text) => SyntaxFactory.ParseExpression(InKilobytes(text));

    /// <summary>A number of bytes as somebody would write it: 3 * 1024 * 1024.</summary>
    private static string InKilobytes(string text)
    {
        int bytes = int.Parse(text, CultureInfo.InvariantCulture);
        string factors = "";
        while (bytes > Kilobyte && bytes % Kilobyte == 0)
        {
            bytes /= Kilobyte;
            factors += " * 1024";
        }

        return bytes.ToString(CultureInfo.InvariantCulture) + factors;
    }
}
