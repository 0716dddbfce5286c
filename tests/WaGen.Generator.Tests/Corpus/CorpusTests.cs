using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Corpus;

/// <summary>Correct code in many styles, one project a folder, over which no analyzer has anything to say.</summary>
/// <remarks>
/// The folders beside this file are applications, libraries, and tests of applications. A false alarm that somebody reports becomes a file here.
/// </remarks>
public class CorpusTests
{
    internal const string GlobalUsings = """
        global using System.IO;
        global using System.Net.Http;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using WaGen;
        global using WaGen.WhatsApp;
        """;

    public static TheoryData<string> Applications => Folders("Applications");

    public static TheoryData<string> Libraries => Folders("Libraries");

    public static TheoryData<string> TestProjects => Folders("Tests");

    [Theory]
    [MemberData(nameof(Applications))]
    public async Task Applications_are_silent(string folder) => await ExpectNothingAsync(Project(folder).AsExecutable());

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task Libraries_are_silent(string folder) => await ExpectNothingAsync(Project(folder));

    [Theory]
    [MemberData(nameof(TestProjects))]
    public async Task Tests_of_applications_are_silent(string folder) => await ExpectNothingAsync(Project(folder).AsExecutable().WithProperty("IsTestProject", "true"));

    /// <summary>Most users have the printed code in the same project as their own.</summary>
    [Fact]
    public async Task Code_of_a_project_that_prints_is_silent()
    {
        string[] folders = [.. Directory.EnumerateDirectories(Root("Libraries")).Order(StringComparer.Ordinal)];
        CSharpCompilation compilation = AnalysisProject.Of([GlobalUsings, .. folders.SelectMany(Files)]).OverWeb().Compile();
        CSharpCompilation printed = GeneratorRun.Over(compilation).WithShippedSchemas().Output;

        new ReportedDiagnostics(await new AnalysisProject().DiagnosticsAsync(printed, [.. Catalogue.Analyzers])).Expect();
    }

    [Fact]
    public void All_kinds_of_project_and_all_analyzers_are_there()
    {
        Assert.True(Applications.Count > 10 && Libraries.Count > 8 && TestProjects.Count > 0);
        Assert.NotEmpty(Catalogue.Analyzers);
    }

    private static async Task ExpectNothingAsync(AnalysisProject project) => (await project.AnalyzeAsync([.. Catalogue.Analyzers])).Expect();

    internal static AnalysisProject Project(string folder) => Sources("tests/WaGen.Generator.Tests/Corpus/" + folder);

    internal static AnalysisProject Sources(string folder) => AnalysisProject.Of([GlobalUsings, .. Files(Repository.Root + folder)]).OverWhatsApp().OverWeb();

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(static f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText);

    internal static TheoryData<string> Folders(string kind) =>
        [.. Directory.EnumerateDirectories(Root(kind)).Select(d => $"{kind}/{Path.GetFileName(d)}").Order(StringComparer.Ordinal)];

    private static string Root(string kind) => Repository.Root + "tests/WaGen.Generator.Tests/Corpus/" + kind;
}
