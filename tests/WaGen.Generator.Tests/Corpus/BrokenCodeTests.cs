using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Corpus;

/// <summary>Code as it is while somebody types: it ends too early, or a piece is missing. No analyzer crashes over it.</summary>
public class BrokenCodeTests
{
    /// <summary>How many states of each project are looked at. Which ones follows from its text, so that every run looks at the same.</summary>
    private const int States = 6;

    public static TheoryData<string> Folders => [.. CorpusTests.Folders("Applications"), .. CorpusTests.Folders("Libraries")];

    [Theory]
    [MemberData(nameof(Folders))]
    public Task Analyzers_meet_correct_code_in_every_state(string folder) => ExpectNoCrashAsync(CorpusTests.Project(folder).AsExecutable().Compile());

    [Fact]
    public Task Analyzers_meet_mistakes_in_every_state() =>
        ExpectNoCrashAsync(CorpusTests.Sources("tests/WaGen.Package.Tests/Rules/Mistakes/Bot").AsExecutable().Compile(), States * 5);

    private static async Task ExpectNoCrashAsync(CSharpCompilation compilation, int states = States)
    {
        var crashes = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        SyntaxTree[] trees = [.. compilation.SyntaxTrees.Where(static t => t.FilePath.StartsWith("Source", StringComparison.Ordinal) && t.ToString() is not CorpusTests.GlobalUsings)];
        foreach (SyntaxTree tree in trees)
        {
            SourceText text = await tree.GetTextAsync();
            foreach (TextChange change in Changes(tree, text, Math.Max(2, states / trees.Length)))
            {
                SyntaxTree broken = tree.WithChangedText(text.WithChanges(change));
                var options = new CompilationWithAnalyzersOptions(
                    new AnalysisProject().AnalyzerOptions,
                    (exception, analyzer, _) => crashes.TryAdd($"{analyzer.GetType().Name} without {change.Span}: {exception}", broken.ToString()),
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false);
                await compilation.ReplaceSyntaxTree(tree, broken).WithAnalyzers([.. Catalogue.Analyzers], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
            }
        }

        Assert.Empty(crashes);
    }

    /// <summary>The end of the file goes, or one token in the middle of it.</summary>
    private static IEnumerable<TextChange> Changes(SyntaxTree tree, SourceText text, int count)
    {
        SyntaxToken[] tokens = [.. tree.GetRoot().DescendantTokens()];
        for (int i = 0; i < count; i++)
        {
            TextSpan token = tokens[(int)((long)i * tokens.Length / count)].Span;
            yield return new TextChange(i % 2 == 0 ? TextSpan.FromBounds(token.Start, text.Length) : token, "");
        }
    }
}
