using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>Problems of operations that only show when the definitions and the API of other files are known.</summary>
internal static class OperationChecks
{
    /// <summary>Checks what operations say about their answers and which quotas they name.</summary>
    public static IEnumerable<DiagnosticInfo> Find(List<SchemaFile> files, SchemaLinker linker)
    {
        foreach (SchemaFile file in files)
        {
            if (file.Model!.Operation is not { } operation)
            {
                continue;
            }

            IEnumerable<(string Key, string Text, string Problem)> problems = linker.ObjectAt(operation.Answer) is { } answer ? linker.Answers.Problems(operation, file.Model.Group, answer) : [];
            foreach ((string key, string text, string problem) in problems)
            {
                yield return file.Paths.First(p => string.Equals(p.What, key, StringComparison.Ordinal)).Place.Report(SchemaRules.PathNotFound, text, key, problem);
            }

            ApiModel? api = files.Find(f => f.Model!.Api is not null && string.Equals(f.Model.Id, file.Model.Group?.ApiId, StringComparison.Ordinal))?.Model!.Api;
            foreach (SchemaPath name in file.Paths.Where(static p => p.What is "quotas"))
            {
                if (api is not null && ProblemOf(name.Path.Text, operation, api) is { } problem)
                {
                    yield return name.Place.Report(SchemaRules.PathNotFound, name.Path.Text, name.What, problem);
                }
            }
        }
    }

    private static string? ProblemOf(string name, OperationModel operation, ApiModel api)
    {
        if (api.Quotas.FirstOrDefault(q => string.Equals(q.Name, name, StringComparison.Ordinal)) is not { } quota)
        {
            return $"is no quota of {api.Name}";
        }

        return quota.Per is not { } per || operation.Parameters.Any(p => p.Place is "Path" && string.Equals(p.Name, per, StringComparison.Ordinal))
            ? null
            : $"is counted for each '{per}', which is no parameter in the path of the operation";
    }
}
