using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints which operations were printed, and that they were.</summary>
internal static class OperationListEmitter
{
    /// <summary>What the mark of printed operations says instead of a contract's kind.</summary>
    public const string Kind = "api";

    public static string Emit(OperationListModel list, string accessibility, bool mark)
    {
        var writer = new CodeWriter();
        ApiScope api = list.Scope;
        Code.Header(writer, "the names of all operations of " + api.Stem);
        if (mark)
        {
            writer.Line($"[assembly: global::WaGen.Runtime.WebhookContractPrinted(\"{Kind}\", {Code.Literal(list.Api)}, {Code.Literal(list.Namespace)}, \"{accessibility}\", {Code.Literal(string.Join(";", list.Groups))})]");
            writer.Line();
        }

        PlainNames.Namespace(writer, list.Namespace, operations: true);
        writer.Line();
        if (!list.HasDefinition)
        {
            Docs.Summary(writer, $"The operations of {list.Api} in {string.Join(", ", list.Groups)}.");
        }

        using (writer.Block($"{accessibility} static partial class {api.ApiClass}"))
        {
            Docs.Summary(writer, "All operations that are printed here.");
            writer.Line("public static IReadOnlyList<ApiOperation> Operations => List.All;");
            writer.Line();
            using (writer.Block("private static class List"))
            {
                using (writer.Block("public static readonly IReadOnlyList<ApiOperation> All = new ApiOperation[]", "};"))
                {
                    foreach (string name in list.Operations)
                    {
                        writer.Line(name + ",");
                    }
                }
            }
        }

        if (api.Client is not null)
        {
            Class(api.OperationsClass, $"The operations of {list.Api} as methods of its client.");
        }

        return writer.ToString();

        void Class(string name, string summary)
        {
            writer.Line();
            Docs.Summary(writer, summary);
            writer.Line(Code.GeneratedCode);
            using (writer.Block($"{accessibility} static partial class {name}"))
            {
            }
        }
    }
}
