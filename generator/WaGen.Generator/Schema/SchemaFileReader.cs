using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Reads one schema file into a model and a list of problems; never throws on bad input.</summary>
internal static class SchemaFileReader
{
    public static SchemaFile Read(AdditionalText file, bool isShipped, CancellationToken cancellationToken)
    {
        SourceText text = file.GetText(cancellationToken) ?? SourceText.From(string.Empty);
        return Read(file.Path, text, isShipped, cancellationToken);
    }

    public static SchemaFile Read(string path, SourceText text, bool isShipped, CancellationToken cancellationToken)
    {
        var problems = new SchemaProblems(path, text);
        var failed = new SchemaFile { Path = path, IsShipped = isShipped };
        JsonNode? json = JsonReader.Read(text, out JsonProblem? problem);
        if (json is null)
        {
            problems.Add(SchemaRules.NotJson, problem!.Span, problem.Message);
            return failed with { Problems = problems.ToArray() };
        }

        if (json.Kind is not JsonNodeKind.Object)
        {
            problems.Add(SchemaRules.NotASchema, json.Span, "A schema file is a JSON object");
            return failed with { Problems = problems.ToArray() };
        }

        cancellationToken.ThrowIfCancellationRequested();
        SchemaNode root = new SchemaTreeReader(problems).ReadRoot(json);
        ModelBuilder? builder = ModelBuilder.Create(root, problems);
        return builder is null
            ? failed with { Problems = problems.ToArray() }
            : builder.Build(failed, cancellationToken);
    }
}
