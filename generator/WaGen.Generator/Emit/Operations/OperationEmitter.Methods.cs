using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>The methods of the client.</summary>
internal static partial class OperationEmitter
{
    private const string File = "global::WaGen.MediaFile";

    private static void EmitMethods(CodeWriter writer, OperationModel operation, ApiScope api, string client, string accessibility)
    {
        using (writer.Block($"{accessibility} static partial class {api.OperationsClass}"))
        {
            if (operation.Page is { } page)
            {
                EmitEnumeration(writer, operation, page, api, client);
                writer.Line();
            }

            EmitMethod(writer, operation, api, client);
        }
    }

    private static void EmitMethod(CodeWriter writer, OperationModel operation, ApiScope api, string client)
    {
        bool getsFile = operation.AnswerContent is "Bytes";
        List<ParameterModel> given = Given(operation);
        string target = $"{api.ApiClass}.{operation.Name}, {Arguments(given)}";
        (string Declaration, string Name, string Text)? content = ContentOf(operation);
        (string method, string arguments) = operation.Content is "Multipart" or "Bytes" ? ("UploadAsync", $"{target}, {content!.Value.Name}")
            : getsFile ? ("DownloadAsync", target)
            : ("SendAsync", $"{target}, {content?.Name ?? "null"}");
        string summary = operation.Description ?? $"Calls {operation.Name}.";
        EmitDocs(writer, operation, api, given, operation.Page is null ? summary : summary + " One page.", content);
        writer.Line($"/// <returns>{(getsFile ? "The file, to be read and disposed" : operation.Page is null ? "The answer" : "The page")}.</returns>");
        writer.Line(Code.GeneratedCode);
        string answer = getsFile ? "global::WaGen.MediaDownload" : AnswerOf(operation);
        string page = operation.Page is null ? string.Empty : "Page";
        writer.Line($"public static Task<{answer}> {operation.Name}{page}Async({Declarations(client, given, content?.Declaration)}) =>");
        writer.Line($"    client.{method}({arguments}, cancellationToken);");
    }

    /// <summary>The method that reads page after page; what chooses a page is no parameter of it.</summary>
    private static void EmitEnumeration(CodeWriter writer, OperationModel operation, PageModel page, ApiScope api, string client)
    {
        var given = Given(operation).Where(p => p.Place is not "Query" || !(string.Equals(p.Name, page.Parameter, StringComparison.Ordinal) || string.Equals(p.Name, page.Back, StringComparison.Ordinal))).ToList();
        string cursor = Path(page.Cursor);
        string next = page.More.IsEmpty ? cursor : $"{Path(page.More)} is null ? null : {cursor}";
        EmitDocs(writer, operation, api, given, operation.Description ?? $"Calls {operation.Name}.", content: null);
        writer.Line("/// <returns>The elements of all pages. A page is asked for when the one before it has been read.</returns>");
        writer.Line(Code.GeneratedCode);
        writer.Line($"public static IAsyncEnumerable<{page.ItemType}> {operation.Name}Async({Declarations(client, given, content: null)}) =>");
        writer.Line($"    client.EnumerateAsync({api.ApiClass}.{operation.Name}, {Arguments(given)}, static page => {Path(page.Items)}, static page => {next}, cancellationToken);");

        static string Path(EquatableArray<string> members) => "page." + string.Join("?.", members);
    }

    /// <summary>The parameters that a caller gives.</summary>
    private static List<ParameterModel> Given(OperationModel operation) => operation.Parameters.Where(static p => p is { IsFile: false, Constant: null }).ToList();

    /// <summary>The parameter for what is sent beside the others; null when nothing is.</summary>
    private static (string Declaration, string Name, string Text)? ContentOf(OperationModel operation) => operation switch
    {
        { Content: "Multipart" or "Bytes" } when operation.Parameters.Any(static p => p is { IsFile: true, IsList: true }) => ($"IReadOnlyList<{File}> files", "files", "The files."),
        { Content: "Multipart" or "Bytes" } => ($"{File} file", "file", "The file."),
        { AnswerContent: not "Bytes", Body: not null, IsBodyOptional: true } => ($"{BodyOf(operation)}? body = null", "body", "The body. Not sent when null."),
        { AnswerContent: not "Bytes", Body: not null } => ($"{BodyOf(operation)} body", "body", "The body."),
        _ => null,
    };

    private static string Declarations(string client, List<ParameterModel> given, string? content)
    {
        List<string> parameters = [$"this {client} client", .. given.Where(static p => p.IsRequired).Select(static p => $"{p.ClrType} {p.ClrName}")];
        if (content is not null)
        {
            parameters.Add(content);
        }

        parameters.AddRange(given.Where(static p => !p.IsRequired).Select(static p => $"{p.ClrType}? {p.ClrName} = {p.Default ?? "null"}"));
        parameters.Add("CancellationToken cancellationToken = default");
        return string.Join(", ", parameters);
    }

    private static string Arguments(List<ParameterModel> given) => given.Count == 0
        ? "new ApiArguments()"
        : $"new ApiArguments {{ {string.Join(", ", given.Select(static p => $"{{ {Code.Literal(p.Name)}, {p.ClrName} }}"))} }}";

    private static void EmitDocs(CodeWriter writer, OperationModel operation, ApiScope api, List<ParameterModel> given, string summary, (string Declaration, string Name, string Text)? content)
    {
        Docs.Summary(writer, summary);
        Docs.InheritRemarks(writer, $"{api.ApiClass}.{operation.Name}");
        Parameter("client", "The client.");
        foreach (ParameterModel parameter in given)
        {
            Parameter(parameter.ClrName.TrimStart('@'), TextOf(parameter));
        }

        if (content is { } sent)
        {
            Parameter(sent.Name, sent.Text);
        }

        Parameter("cancellationToken", "Ends the waiting. What was sent by then may have been done.");

        void Parameter(string name, string text) => writer.Line($"/// <param name=\"{name}\">{text}</param>");
    }

    private static string TextOf(ParameterModel parameter)
    {
        string text = Docs.Escape(parameter.Description ?? $"The parameter {parameter.Name}.");
        string values = parameter.Values.IsEmpty ? string.Empty : $" {(parameter.IsList ? "Each one" : "One")} of {string.Join(", ", parameter.Values.Select(static v => $"<c>{Docs.Escape(v)}</c>"))}.";
        return text + values + (parameter.IsRequired ? string.Empty : " Not sent when null.");
    }
}
