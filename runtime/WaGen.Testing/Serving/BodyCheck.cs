namespace WaGen.Testing;

/// <summary>Reads JSON bodies by the schema of an operation, and refuses what the schema does not allow.</summary>
/// <param name="Payload">The body; null when it could not be read.</param>
/// <param name="Refusal">The error; null when the body is right.</param>
internal sealed record BodyCheck(Payload? Payload, FakeAnswer? Refusal)
{
    private const int MostDetails = 10;

    /// <summary>Reads and checks a body.</summary>
    public static BodyCheck Read(ApiOperation operation, ReadOnlySpan<byte> json)
    {
        if (operation.Content != ApiContent.Json || operation.BodyType is null)
        {
            return new BodyCheck(Payload: null, Refusal: null);
        }

        var findings = new List<PayloadFinding>();
        Payload? payload;
        try
        {
            payload = operation.ReadBody(json.IsEmpty ? "{}"u8 : json, findings);
        }
        catch (FormatException exception)
        {
            return new BodyCheck(Payload: null, GraphErrors.Create(operation.Api, GraphErrors.BadParameter, exception.Message, message: "The body is no JSON object"));
        }

        // Of a variant that nobody knows every member is unknown. What to say is that nobody knows the variant.
        IReadOnlyList<PayloadProblem> problems = payload?.Validate() ?? [];
        PayloadProblem[] unknown = [.. problems.Where(static p => p.Kind == PayloadProblemKind.Unknown)];
        return new BodyCheck(payload, CheckProduct(operation, json) ?? Check(operation, unknown) ?? Check(operation, findings) ?? Check(operation, problems));
    }

    private static FakeAnswer? CheckProduct(ApiOperation operation, ReadOnlySpan<byte> json)
    {
        if (!KnownOperations.NeedsProduct(operation))
        {
            return null;
        }

        RawJson product = RawJson.TryParse(json, out RawJson root) ? root["messaging_product"u8] : default;
        return product.GetString() switch
        {
            "whatsapp" => null,
            null when !product.IsPresent => GraphErrors.Create(operation.Api, GraphErrors.BadParameter, message: "The parameter messaging_product is required."),
            _ => GraphErrors.Create(operation.Api, GraphErrors.BadParameter, message: "Param messaging_product must be one of {WHATSAPP}"),
        };
    }

    private static FakeAnswer? Check(ApiOperation operation, List<PayloadFinding> findings) => findings.Count == 0 ? null : GraphErrors.Create(
        operation.Api,
        GraphErrors.BadParameter,
        Join(findings.Select(static f => f.IsMismatch ? $"'{f.Path}' must be {f.Expected}, not {NameOf(f.Kind)}" : $"'{f.Path}' is an unsupported or misspelled parameter")));

    private static FakeAnswer? Check(ApiOperation operation, IReadOnlyList<PayloadProblem> problems)
    {
        if (problems.Count == 0)
        {
            return null;
        }

        // The platform answers a message to nobody in words of its own.
        return problems.All(static p => p.Path is "to" or "recipient")
            ? GraphErrors.Create(operation.Api, GraphErrors.BadParameter, Join(problems.Select(static p => p.Message)), message: "The parameter to is required.")
            : GraphErrors.Create(operation.Api, CodeOf(problems[0].Kind), Join(problems.Select(static p => p.Message)));
    }

    private static int CodeOf(PayloadProblemKind kind) => kind switch
    {
        PayloadProblemKind.Required => GraphErrors.Missing,
        PayloadProblemKind.MaxLength or PayloadProblemKind.MinLength or PayloadProblemKind.MaxItems or PayloadProblemKind.MinItems => GraphErrors.BadParameter,
        _ => GraphErrors.BadValue,
    };

    private static string NameOf(JsonKind kind) => kind switch
    {
        JsonKind.Object => "object",
        JsonKind.Array => "array",
        JsonKind.String => "string",
        JsonKind.Number => "number",
        _ => "boolean",
    };

    private static string Join(IEnumerable<string> sentences) => string.Join("; ", sentences.Take(MostDetails));
}
