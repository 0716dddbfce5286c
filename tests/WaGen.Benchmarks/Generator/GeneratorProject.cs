extern alias generator;

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using generator::WaGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WaGen.Benchmarks.Generator;

/// <summary>A project with all shipped schemas of webhooks and one C# file, and drivers of the generator over it.</summary>
/// <remarks>The targets of the package hand over the schemas of an API only where one of its groups is printed.</remarks>
internal sealed class GeneratorProject
{
    private const string EditedSchema = "webhooks/partner_solutions.json";
    private const string EditedDescription = "What happened to the solution.";

    private static readonly string ApiFolder = "api" + Path.DirectorySeparatorChar;
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    private readonly ImmutableArray<AdditionalText> _schemas;
    private readonly SyntaxTree _source = Source("class Program { int _number = 0; }");
    private int _edits;

    public GeneratorProject()
    {
        string root = SchemaRoot();
        _schemas =
        [
            .. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(root, f))
                .Where(static f => f is not "wagen.schema.json" && !f.StartsWith(ApiFolder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(f => new SchemaText(f, File.ReadAllText(Path.Combine(root, f)))),
        ];
        Compilation = CSharpCompilation.Create("Measured", [_source], References.Core, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>Gets the project's compilation without printed files.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Gets how many schemas the project has.</summary>
    public int SchemaCount => _schemas.Length;

    /// <summary>Returns a driver that has not run yet.</summary>
    /// <param name="tracksSteps">Whether its results tell which steps ran.</param>
    public GeneratorDriver CreateDriver(bool tracksSteps = false) => CSharpGeneratorDriver.Create(
        [new WebhookGenerator().AsSourceGenerator()],
        _schemas,
        ParseOptions,
        new SchemaOptions(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));

    /// <summary>Returns the compilation as it is after an edit of the C# file, another one each time.</summary>
    public CSharpCompilation EditSource() => Compilation.ReplaceSyntaxTree(_source, Source($"class Program {{ int _number = {++_edits}; }}"));

    /// <summary>Returns a driver of this project for which one schema has changed: the description of a member is another one each time.</summary>
    public GeneratorDriver EditSchema(GeneratorDriver driver)
    {
        AdditionalText schema = _schemas.Single(static s => string.Equals(s.Path.Replace('\\', '/'), EditedSchema, StringComparison.Ordinal));
        string json = schema.GetText()!.ToString();
        string edited = json.Replace(EditedDescription, $"What happened to the solution, told {++_edits} times.", StringComparison.Ordinal);
        return string.Equals(json, edited, StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{EditedSchema} has no description '{EditedDescription}' to edit.")
            : driver.ReplaceAdditionalText(schema, new SchemaText(schema.Path, edited));
    }

    private static SyntaxTree Source(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, "Program.cs");

    private static string SchemaRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", "..", "..", "..", "schemas"));
}
