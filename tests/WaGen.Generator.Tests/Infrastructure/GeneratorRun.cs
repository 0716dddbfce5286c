using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>A project with schemas, and the generator's driver over it. Immutable: every change gives a new run that shares the driver's cache.</summary>
internal sealed class GeneratorRun
{
    private readonly CSharpCompilation _compilation;
    private readonly ImmutableArray<SchemaText> _schemas;
    private readonly ImmutableDictionary<string, string> _properties;
    private readonly GeneratorDriver _driver;

    private GeneratorRun(CSharpCompilation compilation, ImmutableArray<SchemaText> schemas, ImmutableDictionary<string, string> properties, GeneratorDriver driver)
    {
        _compilation = compilation;
        _schemas = schemas;
        _properties = properties;
        _driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Output = (CSharpCompilation)output;
        Assert.Null(Result.Exception);
    }

    /// <summary>The compilation with what was printed.</summary>
    public CSharpCompilation Output { get; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>The printed files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Printed => Result.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>What the generator and the compiler say, warnings of the compiler included.</summary>
    public ReportedDiagnostics Diagnostics => new(Result.Diagnostics.Concat(Output.GetDiagnostics()), Texts);

    /// <summary>What the generator alone says, for mistakes after which C# that names what is missing does not compile.</summary>
    public ReportedDiagnostics Problems => new(Result.Diagnostics, Texts);

    private Dictionary<string, SourceText> Texts => _schemas
        .GroupBy(static s => s.Path, StringComparer.Ordinal)
        .ToDictionary(static g => g.Key, static g => g.First().GetText(), StringComparer.Ordinal);

    /// <summary>A run over these sources and no schema.</summary>
    public static GeneratorRun Of(params string[] sources) => Over(TestCompiler.Compile(sources));

    /// <summary>A run whose steps can be looked at, which the compiler pays with far more time than the steps take.</summary>
    public static GeneratorRun Tracked(params string[] sources) => Over(TestCompiler.Compile(sources), tracksSteps: true);

    /// <summary>A run over a compilation, for instance one with other references, whose printed files are parsed with these options.</summary>
    public static GeneratorRun Over(CSharpCompilation compilation, CSharpParseOptions? parseOptions = null, bool tracksSteps = false)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new WebhookGenerator().AsSourceGenerator()],
            parseOptions: parseOptions ?? TestCompiler.ParseOptions,
            optionsProvider: new ProjectOptions([], ImmutableDictionary<string, string>.Empty),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));
        return new GeneratorRun(compilation, [], ImmutableDictionary<string, string>.Empty, driver);
    }

    /// <summary>Adds a schema, or replaces the one of the same path.</summary>
    public GeneratorRun With(string path, string json, bool isShipped = false)
    {
        var text = new SchemaText(path, json, isShipped);
        SchemaText? old = _schemas.FirstOrDefault(s => string.Equals(s.Path, path, StringComparison.Ordinal));
        ImmutableArray<SchemaText> schemas = old is null ? _schemas.Add(text) : _schemas.Replace(old, text);
        GeneratorDriver driver = old is null ? _driver.AddAdditionalTexts([text]) : _driver.ReplaceAdditionalText(old, text);
        return new GeneratorRun(_compilation, schemas, _properties, driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(schemas, _properties)));
    }

    /// <summary>Adds several schemas at once.</summary>
    public GeneratorRun With(IEnumerable<(string Path, string Json)> files, bool isShipped = false)
    {
        SchemaText[] texts = [.. files.Select(f => new SchemaText(f.Path, f.Json, isShipped))];
        ImmutableArray<SchemaText> schemas = [.. _schemas, .. texts];
        GeneratorDriver driver = _driver.AddAdditionalTexts([.. texts]).WithUpdatedAnalyzerConfigOptions(new ProjectOptions(schemas, _properties));
        return new GeneratorRun(_compilation, schemas, _properties, driver);
    }

    /// <summary>Adds the schemas that the package ships.</summary>
    public GeneratorRun WithShippedSchemas() => With(ShippedSchemas(), isShipped: true);

    /// <summary>The schemas that the package ships, with their paths below the repository's root.</summary>
    public static IEnumerable<(string Path, string Json)> ShippedSchemas() => Directory
        .EnumerateFiles(Repository.Root + "schemas", "*.json", SearchOption.AllDirectories)
        .Where(static f => Path.GetFileName(f) is not "wagen.schema.json")
        .Select(static f => (Path.GetRelativePath(Repository.Root, f), File.ReadAllText(f)))
        .OrderBy(static f => f.Item1, StringComparer.Ordinal);

    /// <summary>The shipped schemas without those of operations, which are many and alike.</summary>
    public static IEnumerable<(string Path, string Json)> WebhookSchemas() =>
        ShippedSchemas().Where(static s => !s.Path.StartsWith(Path.Combine("schemas", "api"), StringComparison.Ordinal));

    /// <summary>Sets an MSBuild property.</summary>
    public GeneratorRun WithProperty(string name, string value)
    {
        ImmutableDictionary<string, string> properties = _properties.SetItem("build_property." + name, value);
        return new GeneratorRun(_compilation, _schemas, properties, _driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(_schemas, properties)));
    }

    /// <summary>Adds C# to the project.</summary>
    public GeneratorRun WithSource(string source, string path = "Added.cs") =>
        new(_compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, TestCompiler.ParseOptions, path)), _schemas, _properties, _driver);
}
