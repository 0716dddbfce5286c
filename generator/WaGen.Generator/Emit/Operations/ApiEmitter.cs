using System.Globalization;
using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints what the operations of an API share.</summary>
internal static class ApiEmitter
{
    public static void Emit(CodeWriter writer, ApiModel api, Provenance provenance, TypeDocs docs, PrintContext context)
    {
        string name = api.Name + "Api";
        docs.Describe(name, api.Description, $"The operations of {api.Name}.", provenance, TypeDocs.WholeFile);
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"{context.Accessibility} static partial class {name}"))
        {
            Docs.Summary(writer, "What all operations share: hosts, version, errors.");
            writer.Line("public static ApiDefinition Definition => Shared.Definition;");
            writer.Line();

            // A class of its own, because nothing says in which order the parts of the outer one are initialized.
            using (writer.Block("private static class Shared"))
            {
                using (writer.Block("public static readonly ApiDefinition Definition = new()", "};"))
                {
                    EmitDefinition(writer, api);
                }
            }
        }
    }

    private static void EmitDefinition(CodeWriter writer, ApiModel api)
    {
        writer.Line($"Name = {Code.Literal(api.Name)},");
        writer.Line($"Version = {Code.Literal(api.Version)},");
        using (writer.Block("Hosts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)", "},"))
        {
            foreach (ApiHosts group in api.Hosts)
            {
                writer.Line($"[{Code.Literal(group.Name)}] = {Code.List(group.Hosts)},");
            }
        }

        using (writer.Block("Errors = new ApiErrorTable(new ApiErrorEntry[]", "}),"))
        {
            foreach (ApiErrorModel error in api.Errors)
            {
                writer.Line($"new() {{ {string.Join(", ", Parts(error))} }},");
            }
        }

        if (!api.Quotas.IsEmpty)
        {
            using (writer.Block("Quotas = new Dictionary<string, ApiQuota>(StringComparer.Ordinal)", "},"))
            {
                foreach (ApiQuotaModel quota in api.Quotas)
                {
                    writer.Line($"[{Code.Literal(quota.Name)}] = new() {{ {string.Join(", ", Parts(quota))} }},");
                }
            }
        }

        if (api.Error is { TypeName: { } body })
        {
            writer.Line($"ReadError = PayloadParser.Parse<{body}>,");
        }
    }

    private static IEnumerable<string> Parts(ApiErrorModel error)
    {
        yield return $"From = {Number(error.From)}";
        yield return $"To = {Number(error.To)}";
        if (error.Subcode is { } subcode)
        {
            yield return $"Subcode = {Number(subcode)}";
        }

        yield return $"Class = ApiErrorClass.{error.Class}";
        if (error.Wait is not null)
        {
            yield return $"Wait = ApiErrorWait.{error.Wait}";
        }

        if (error.Seconds > 0)
        {
            yield return $"Delay = TimeSpan.FromSeconds({Number(error.Seconds)})";
        }

        yield return $"Title = {Code.Literal(error.Title)}";
        if (error.Description is not null)
        {
            yield return $"Description = {Code.Literal(error.Description)}";
        }
    }

    private static IEnumerable<string> Parts(ApiQuotaModel quota)
    {
        yield return $"Name = {Code.Literal(quota.Name)}";
        yield return $"Calls = {Number(quota.Calls)}";
        yield return $"Period = TimeSpan.FromSeconds({Number(quota.Seconds)})";
        if (quota.Per is not null)
        {
            yield return $"Per = {Code.Literal(quota.Per)}";
        }

        if (quota.Active is { } active)
        {
            yield return $"CallsWhenActive = {Number(active)}";
        }

        if (quota.Description is not null)
        {
            yield return $"Description = {Code.Literal(quota.Description)}";
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
