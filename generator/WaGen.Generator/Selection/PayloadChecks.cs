using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>Problems of payloads that only show when the definitions of other files are known.</summary>
internal static class PayloadChecks
{
    /// <summary>Checks where paths lead, the values of conditions, and whether shorthands set all that must be set.</summary>
    public static IEnumerable<DiagnosticInfo> Find(List<SchemaFile> files, SchemaLinker linker)
    {
        foreach (SchemaFile file in files.Where(static f => !f.Paths.IsEmpty))
        {
            foreach (SchemaPath path in file.Paths)
            {
                if (linker.Paths.Problem(path) is { } problem)
                {
                    yield return path.Place.Report(SchemaRules.PathNotFound, path.Path.Text, path.What, problem);
                }
            }

            foreach (ObjectModel model in file.Model!.Objects.Where(static o => o.Payload is not null))
            {
                foreach ((string text, string key, string problem) in Find(model, linker.Paths))
                {
                    yield return PlaceOf(file, model, key).Report(SchemaRules.PathNotFound, text, key, problem);
                }
            }
        }
    }

    private static IEnumerable<(string Text, string Key, string Problem)> Find(ObjectModel model, PayloadPaths paths)
    {
        foreach (RuleModel rule in model.Payload!.Rules)
        {
            foreach (string value in paths.UnknownValues(model, rule))
            {
                yield return (value, "when", "is no value of the enumeration");
            }
        }

        foreach (string missing in model.Payload.Create is { Parameters.IsEmpty: false } create ? paths.Missing(model, create) : [])
        {
            yield return (missing, "parameters", "must be set and is no parameter");
        }
    }

    /// <summary>The first path of the object under the key.</summary>
    private static SchemaPlace PlaceOf(SchemaFile file, ObjectModel model, string key)
    {
        string owner = $"global::{file.Model!.Namespace}.{model.Name}";
        return file.Paths.First(p => string.Equals(p.Owner, owner, StringComparison.Ordinal) && string.Equals(p.What, key, StringComparison.Ordinal)).Place;
    }
}
