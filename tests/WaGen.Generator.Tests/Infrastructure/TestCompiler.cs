using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Compiles sources as a user's project would: nullable, implicit usings, the running framework and WaGen.</summary>
internal static class TestCompiler
{
    private static readonly Lazy<MetadataReference> PrintedWhatsApp = new(PrintWhatsApp);

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

    /// <summary>ASP.NET Core, and the host packages of WaGen.</summary>
    public static IReadOnlyList<MetadataReference> WebReferences { get; } = FindWebReferences();

    /// <summary>A library with what the generator prints from the shipped schemas.</summary>
    public static MetadataReference WhatsApp => PrintedWhatsApp.Value;

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

    private static MetadataReference[] FindReferences() => [.. AssembliesBeside(typeof(object)).Append(typeof(IWebhookHandler).Assembly.Location).Select(static p => MetadataReference.CreateFromFile(p))];

    private static MetadataReference[] FindWebReferences() =>
    [
        .. AssembliesBeside(typeof(WebApplication))
            .Append(typeof(WhatsAppWebhookOptions).Assembly.Location)
            .Append(typeof(WhatsAppWebhookEndpointRouteBuilderExtensions).Assembly.Location)
            .Select(static p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>The assemblies of the shared framework that a type belongs to.</summary>
    private static IEnumerable<string> AssembliesBeside(Type type)
    {
        string framework = Path.GetDirectoryName(type.Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(p => string.Equals(Path.GetDirectoryName(p), framework, StringComparison.Ordinal));
    }

    private static PortableExecutableReference PrintWhatsApp()
    {
        using var image = new MemoryStream();
        CSharpCompilation printed = GeneratorRun.Over(CSharpCompilation.Create("Printed", [Parse(ImplicitUsings, "ImplicitUsings.cs")], References, Options)).WithShippedSchemas().Output;
        Assert.True(printed.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
