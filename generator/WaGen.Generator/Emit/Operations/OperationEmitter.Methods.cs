using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>The method of the client.</summary>
internal static partial class OperationEmitter
{
    private static void EmitMethod(CodeWriter writer, OperationModel operation, ApiScope api, string client, string accessibility)
    {
        bool sendsFile = operation.Content is "Multipart" or "Bytes";
        bool getsFile = operation.AnswerContent is "Bytes";
        var given = operation.Parameters.Where(static p => p is { IsFile: false, Constant: null }).ToList();
        List<string> parameters = [$"this {client} client", .. given.Where(static p => p.IsRequired).Select(static p => $"{p.ClrType} {p.ClrName}")];
        string target = $"{api.ApiClass}.{operation.Name}, {Arguments(given)}";
        (string method, string arguments) = ("SendAsync", $"{target}, null");
        if (sendsFile)
        {
            parameters.Add("global::WaGen.MediaFile file");
            (method, arguments) = ("UploadAsync", $"{target}, file");
        }
        else if (getsFile)
        {
            (method, arguments) = ("DownloadAsync", target);
        }
        else if (operation.Body is not null)
        {
            parameters.Add($"{BodyOf(operation)} body");
            arguments = $"{target}, body";
        }

        parameters.AddRange(given.Where(static p => !p.IsRequired).Select(static p => $"{p.ClrType}? {p.ClrName} = null"));
        parameters.Add("CancellationToken cancellationToken = default");
        string answer = getsFile ? "global::WaGen.MediaDownload" : AnswerOf(operation);
        using (writer.Block($"{accessibility} static partial class {api.OperationsClass}"))
        {
            EmitDocs(writer, operation, api, given, sendsFile, getsFile);
            writer.Line(Code.GeneratedCode);
            writer.Line($"public static Task<{answer}> {operation.Name}Async({string.Join(", ", parameters)}) =>");
            writer.Line($"    client.{method}({arguments}, cancellationToken);");
        }
    }

    private static string Arguments(List<ParameterModel> given) => given.Count == 0
        ? "new ApiArguments()"
        : $"new ApiArguments {{ {string.Join(", ", given.Select(static p => $"{{ {Code.Literal(p.Name)}, {p.ClrName} }}"))} }}";

    private static void EmitDocs(CodeWriter writer, OperationModel operation, ApiScope api, List<ParameterModel> given, bool sendsFile, bool getsFile)
    {
        Docs.Summary(writer, operation.Description ?? $"Calls {operation.Name}.");
        Docs.InheritRemarks(writer, $"{api.ApiClass}.{operation.Name}");
        Parameter("client", "The client.");
        foreach (ParameterModel parameter in given)
        {
            Parameter(parameter.ClrName.TrimStart('@'), Docs.Escape(parameter.Description ?? $"The parameter {parameter.Name}.") + (parameter.IsRequired ? string.Empty : " Not sent when null."));
        }

        if (sendsFile)
        {
            Parameter("file", "The file.");
        }
        else if (operation.Body is not null && !getsFile)
        {
            Parameter("body", "The body.");
        }

        Parameter("cancellationToken", "Ends the waiting. What was sent by then may have been done.");
        writer.Line($"/// <returns>{(getsFile ? "The file, to be read and disposed" : "The answer")}.</returns>");

        void Parameter(string name, string text) => writer.Line($"/// <param name=\"{name}\">{text}</param>");
    }
}
