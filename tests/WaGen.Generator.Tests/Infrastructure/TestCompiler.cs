using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Compiles sources as a user's project would: nullable, implicit usings, the running framework and WaGen.</summary>
internal static class TestCompiler
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>C# 14 where the compiler has it, so that the same tests meet both languages.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(
        LanguageVersionFacts.TryParse("14", out LanguageVersion version) ? version : LanguageVersion.CSharp13);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable);

    public static IReadOnlyList<MetadataReference> References { get; } = FindReferences();

    /// <summary>A compilation of the sources, named Source0.cs and so on.</summary>
    public static CSharpCompilation Compile(params string[] sources) =>
        CSharpCompilation.Create(
            "Test",
            [Parse(ImplicitUsings, "ImplicitUsings.cs"), .. sources.Select(static (s, i) => Parse(s, $"Source{i}.cs"))],
            References,
            Options);

    /// <summary>A workspace with one project of the sources.</summary>
    public static Project CreateProject(AdhocWorkspace workspace, params string[] sources)
    {
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Test",
            "Test",
            LanguageNames.CSharp,
            compilationOptions: Options,
            parseOptions: ParseOptions,
            metadataReferences: References));
        project = project.AddDocument("ImplicitUsings.cs", ImplicitUsings, filePath: "ImplicitUsings.cs").Project;
        for (int i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument($"Source{i}.cs", sources[i], filePath: $"Source{i}.cs").Project;
        }

        return project;
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static MetadataReference[] FindReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(p => string.Equals(Path.GetDirectoryName(p), framework, StringComparison.Ordinal))
                .Append(typeof(IWebhookHandler).Assembly.Location)
                .Select(static p => MetadataReference.CreateFromFile(p)),
        ];
    }
}
