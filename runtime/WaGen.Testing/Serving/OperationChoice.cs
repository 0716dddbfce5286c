namespace WaGen.Testing;

/// <summary>Finds the operation that a request means where several have its method and path.</summary>
internal sealed class OperationChoice(GraphServer server, FakeGraph graph)
{
    /// <summary>Leaves of operations with the same path those that ids and parameters speak for, the best ones first.</summary>
    /// <param name="matches">The operations.</param>
    /// <param name="request">The request; its body was not read yet.</param>
    /// <param name="contentType">The type of its body; null without one.</param>
    public IReadOnlyList<RouteMatch> Narrow(IReadOnlyList<RouteMatch> matches, FakeRequest request, string? contentType)
    {
        if (matches.Count < 2)
        {
            return matches;
        }

        string id = matches[0].Values.Values.FirstOrDefault() ?? string.Empty;
        RouteMatch[] left = [.. matches.Where(m => KnownOperations.IsUploadSession(m.Operation) == UploadSessions.IsSessionId(id)).DefaultIfEmpty(matches[0])];
        left = Prefer(left, m => graph.Platform?.NodeOf(m.Operation, m.Values) is not null);
        left = Prefer(left, m => IsMissing(m.Operation, id));
        left = Prefer(left, m => Expands(m.Operation, request));
        left = Prefer(left, static m => m.Operation.Expansion is null);
        left = Prefer(left, m => IsForm(m.Operation.Content) == contentType?.Contains("form", StringComparison.OrdinalIgnoreCase) is true);
        return
        [
            .. left
                .OrderByDescending(m => KnownOperations.IsFile(m.Operation) && server.Media.Find(id) is not null)
                .ThenByDescending(m => m.Operation.Parameters.Where(static p => p.Place == ApiParameterPlace.Query).All(p => Fits(p, request.Parameters)))
                .ThenByDescending(m => m.Operation.Parameters.Count(static p => p.Constant is not null && p.Place == ApiParameterPlace.Query))
                .ThenByDescending(m => server.Handlers.ContainsKey(m.Operation.Name)),
        ];
    }

    /// <summary>Takes the first operation whose schema the body fits, or the first one of all.</summary>
    public static BodyCheck Choose(IReadOnlyList<RouteMatch> matches, FakeRequest request)
    {
        BodyCheck? first = null;
        foreach (RouteMatch match in matches)
        {
            var check = BodyCheck.Read(match.Operation, request.Body.Span);
            if (first is null || check.Refusal is null)
            {
                request.Descriptor = match.Operation;
                request.PathValues = match.Values;
                request.Payload = check.Payload;
            }

            if (check.Refusal is null)
            {
                return check;
            }

            first ??= check;
        }

        return first!;
    }

    private static RouteMatch[] Prefer(RouteMatch[] matches, Func<RouteMatch, bool> isBetter) =>
        Array.FindAll(matches, m => isBetter(m)) is { Length: > 0 } better ? better : matches;

    /// <summary>Whether the operation is about objects that the platform knows all of: then nothing else can be meant by an id that nobody knows.</summary>
    private bool IsMissing(ApiOperation operation, string id) =>
        graph.Platform is not null && NodeKinds.PlaceholderOf(operation) is { } placeholder && NodeKinds.AreKnown(placeholder) && server.Media.Find(id) is null;

    private static bool IsForm(ApiContent content) => content is ApiContent.Multipart or ApiContent.Form;

    /// <summary>Whether the request asks for the member that the operation is about: <c>fields=analytics.start(1)</c>.</summary>
    private static bool Expands(ApiOperation operation, FakeRequest request) =>
        operation.Expansion is { } member && request.Parameters.GetValueOrDefault("fields") is { } fields && ExpansionText.Find(fields, member) is not null;

    private static bool Fits(ApiParameter parameter, IReadOnlyDictionary<string, string> query) =>
        query.TryGetValue(parameter.Name, out string? value) ? parameter.Constant is null || parameter.Constant.Equals(value, StringComparison.Ordinal) : !parameter.IsRequired && parameter.Constant is null;
}
