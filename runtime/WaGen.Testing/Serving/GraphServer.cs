using System.Collections.Concurrent;

namespace WaGen.Testing;

/// <summary>Answers requests: the same for a socket and in memory.</summary>
internal sealed class GraphServer
{
    private readonly FakeGraph _graph;
    private readonly FakeGraphOptions _options;
    private readonly RouteTable _routes;
    private readonly ApiOperation? _download;
    private readonly Authorization _authorization;
    private readonly SendLimits _limits;
    private readonly OperationChoice _choice;

    public GraphServer(FakeGraph graph, IReadOnlyList<ApiOperation> operations, FakeGraphOptions options)
    {
        _graph = graph;
        _options = options;
        _routes = new RouteTable(operations);
        _download = operations.FirstOrDefault(static o => !o.Path.StartsWith('/') && o.AnswerContent == ApiContent.Bytes);
        _authorization = new Authorization(options);
        _limits = new SendLimits(options.MessagesPerSecond, options.EnforcePairLimit, options.TimeProvider);
        Media = new MediaStore(options);
        Sessions = new UploadSessions(options);
        Requests = new BoundedLog<FakeRequest>(options.History);
        _choice = new OperationChoice(this, graph);
    }

    public MediaStore Media { get; }

    public UploadSessions Sessions { get; }

    public BoundedLog<FakeRequest> Requests { get; }

    public FailureQueue Failures { get; } = new();

    public ConcurrentDictionary<string, Func<FakeRequest, FakeAnswer?>> Handlers { get; } = new(StringComparer.Ordinal);

    /// <summary>What the usage headers of every answer say; null leaves them out.</summary>
    public FakeUsage? Usage { get; set; }

    /// <summary>Answers a request.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="cancellationToken">The server stops, or the caller went away.</param>
    public async Task<FakeAnswer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        FakeRequest request = exchange.Describe(_options.TimeProvider.GetUtcNow());
        (request.Version, IReadOnlyList<string> segments) = RouteTable.Cut(exchange.Path);
        IReadOnlyList<RouteMatch> matches = _choice.Narrow(_routes.Find(request.Method, segments), request, exchange.ContentType);
        bool isDownload = request.Method.Equals("GET", StringComparison.Ordinal) && exchange.Path.StartsWith(MediaStore.PathPrefix, StringComparison.Ordinal);
        RequestBody body = await RequestBody.ReadAsync(exchange, matches.Count > 0 ? matches[0].Operation.Content : ApiContent.Json, _options, cancellationToken).ConfigureAwait(false);
        request.Body = body.Json;
        request.Form = body.Form;
        request.File = body.File;
        BodyCheck check = isDownload || matches.Count == 0 ? new BodyCheck(null, null) : OperationChoice.Choose(matches, request);
        request.Descriptor ??= isDownload ? _download : null;
        Requests.Add(request);

        FakeAnswer answer = await FailAsync(request, () => ServeAsync(request, body, check, segments, isDownload, cancellationToken), cancellationToken).ConfigureAwait(false);
        answer = Finish(answer);
        request.Status = answer.IsDropped ? null : answer.Status;
        request.ErrorCode = answer.ErrorCode;
        _options.OnAnswered?.Invoke(request);
        return answer;
    }

    /// <summary>Lets the failure happen that was asked for, or serves.</summary>
    private async Task<FakeAnswer> FailAsync(FakeRequest request, Func<Task<FakeAnswer>> serve, CancellationToken cancellationToken)
    {
        if (_options.Delay > TimeSpan.Zero)
        {
            await Task.Delay(_options.Delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        if (Failures.Take(request.Operation) is not { } failure)
        {
            return await serve().ConfigureAwait(false);
        }

        FakeAnswer? served = failure.AfterServing ? await serve().ConfigureAwait(false) : null;
        if (failure.Delay != TimeSpan.Zero)
        {
            await Task.Delay(failure.Delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        FakeAnswer answer = failure switch
        {
            { DropsConnection: true } => new FakeAnswer { IsDropped = true },
            { Code: { } code } => GraphErrors.Create(request.Descriptor?.Api, code, failure.Details, failure.Subcode, failure.Status, failure.IsTransient),
            { IsDelayAlone: true } => await serve().ConfigureAwait(false),
            _ => new FakeAnswer { Status = failure.Status ?? 500 },
        };
        return answer with { Headers = Merge(answer.Headers, failure.Headers), OnSent = answer.OnSent ?? served?.OnSent };
    }

    private async Task<FakeAnswer> ServeAsync(FakeRequest request, RequestBody body, BodyCheck check, IReadOnlyList<string> segments, bool isDownload, CancellationToken cancellationToken)
    {
        if (isDownload)
        {
            return Download(request);
        }

        if (request.Descriptor is not { } operation)
        {
            return _routes.HasPath(segments)
                ? GraphErrors.Create(api: null, GraphErrors.BadParameter, subcode: GraphErrors.NoSuchObject, message: $"Unsupported {request.Method.ToLowerInvariant()} request.")
                : GraphErrors.Create(api: null, GraphErrors.UnknownPath, message: $"Unknown path components: /{string.Join('/', segments.Skip(1))}");
        }

        RequestSecrets secrets = TakeSecrets(request);
        FakeAnswer? refusal = null;
        PlatformCall? call = _graph.Platform?.Begin(operation, request, secrets, out refusal);
        refusal = _authorization.CheckToken(operation, secrets, isKnown: call is not null)
            ?? refusal
            ?? _authorization.CheckProof(operation, secrets, call is { HasToken: true } ? call.Token.App.Secret : _options.AppSecret)
            ?? ParameterCheck.Check(operation, request, body)
            ?? check.Refusal
            ?? CheckLimits(operation, request);
        (string Object, FakeUsage Usage)? usage = null;
        FakeAnswer answer = refusal
            ?? (call is null ? null : _graph.Platform!.Count(call, out usage))
            ?? (Handlers.TryGetValue(operation.Name, out Func<FakeRequest, FakeAnswer?>? handler) ? handler(request) : null)
            ?? (call is null ? null : await _graph.Platform!.AnswerAsync(call, cancellationToken).ConfigureAwait(false))
            ?? Perform(operation, request);
        return usage is { } share ? answer with { Headers = Merge(share.Usage.ToHeaders(share.Object), answer.Headers) } : answer;
    }

    /// <summary>A form may carry token and proof as the query does.</summary>
    private static RequestSecrets TakeSecrets(FakeRequest request)
    {
        var form = request.Form.ToDictionary(StringComparer.Ordinal);
        RequestSecrets secrets = request.Secrets;
        if (form.Remove("appsecret_proof", out string? proof))
        {
            form.Remove("appsecret_time", out string? time);
            secrets = secrets with { Proof = proof, ProofTime = time };
        }

        if (form.Remove("access_token", out string? token) && secrets.Token is null)
        {
            secrets = secrets with { Token = token };
            request.RememberToken(token);
        }

        request.Form = form;
        return secrets;
    }

    private FakeAnswer Download(FakeRequest request)
    {
        // The hosts of files answer in HTML when something is wrong, not with a Graph error.
        bool isAllowed = _download is null ? request.Secrets.Token is not null : _authorization.CheckToken(_download, request.Secrets, isKnown: _graph.Platform is not null) is null;
        FakeAnswer? file = isAllowed ? Media.Download(request.Path, request.Query) : null;
        return file ?? FakeAnswer.Bytes("<html><body>Sorry, this content isn't available right now</body></html>"u8.ToArray(), "text/html; charset=utf-8") with { Status = isAllowed ? 404 : 401 };
    }

    private FakeAnswer? CheckLimits(ApiOperation operation, FakeRequest request)
    {
        RawJson json = request.Json;
        if (operation.Limiter is not "messages" || SendAnswers.IsReceipt(json))
        {
            return null;
        }

        string recipient = json["to"u8].GetString() is { } phone ? PhoneNumbers.Normalize(phone) : json["recipient"u8].GetString() ?? string.Empty;
        return _limits.Take(NumberOf(operation, request), recipient) is { } code ? GraphErrors.Create(operation.Api, code) : null;
    }

    private FakeAnswer Perform(ApiOperation operation, FakeRequest request)
    {
        switch (operation.Name)
        {
            case KnownOperations.SendMessage when SendAnswers.IsReceipt(request.Json):
                break;
            case KnownOperations.SendMessage or KnownOperations.SendMarketingMessage:
                return Send(operation, request);
            case KnownOperations.SendEncryptedMessage:
                return FakeAnswer.OfJson(SendAnswers.WriteEncrypted());
            case KnownOperations.UploadMedia when request.File is { } file:
                FakeMedia media = Media.Add(file.Content, ParameterCheck.MediaTypeOf(file, request.Form) ?? "application/octet-stream", file.FileName, NumberOf(operation, request));
                return FakeAnswer.OfJson(JsonBody.WriteObject(json => json.WriteString("id"u8, media.Id)));
            case KnownOperations.GetMedia or KnownOperations.DeleteMedia:
                return Media.Serve(operation, request, _graph.BaseAddress);
            case KnownOperations.CreateUploadSession:
                return Sessions.Create(operation, request);
            case KnownOperations.UploadFileData:
                return Sessions.Receive(operation, request, request.File);
            case KnownOperations.GetUploadSession:
                return Sessions.Describe(operation, request);
        }

        return operation.AnswerContent == ApiContent.Bytes ? new FakeAnswer() : FakeAnswer.Json("""{"success":true}""");
    }

    private FakeAnswer Send(ApiOperation operation, FakeRequest request)
    {
        RawJson json = request.Json;
        SentMessage message = SendAnswers.Accept(json, NumberOf(operation, request), _options.TimeProvider.GetUtcNow());
        bool isMarketing = operation.Name.Equals(KnownOperations.SendMarketingMessage, StringComparison.Ordinal);
        if (isMarketing)
        {
            message = message with { PricingCategory = "marketing" };
        }

        if (_graph.Platform?.Find<FakeNumber>(message.PhoneNumberId) is { } number)
        {
            message = message with { AccountId = number.Account.Id, DisplayPhoneNumber = number.Phone };
        }

        request.MessageId = message.Id;
        _graph.Sent(message);
        byte[] answer = SendAnswers.Write(message, json, isMarketing || json["type"u8].GetString() is "template");
        return FakeAnswer.OfJson(answer) with { OnSent = _graph.PlayLater(message) };
    }

    private static string NumberOf(ApiOperation operation, FakeRequest request) =>
        request.PathValues.GetValueOrDefault(operation.Account ?? string.Empty) ?? request.PathValues.Values.FirstOrDefault() ?? string.Empty;

    private FakeAnswer Finish(FakeAnswer answer)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-fb-trace-id"] = GraphErrors.NewTraceId() };
        if (_graph.Version is { } version)
        {
            headers["facebook-api-version"] = version;
        }

        if (Usage is { } usage)
        {
            headers = Merge(headers, usage.ToHeaders(_options.AccountId));
        }

        return answer with { Headers = Merge(headers, answer.Headers) };
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second)
    {
        var merged = first.ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in second)
        {
            merged[name] = value;
        }

        return merged;
    }
}
