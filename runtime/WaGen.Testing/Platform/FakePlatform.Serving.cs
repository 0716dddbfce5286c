namespace WaGen.Testing;

/// <summary>Answers operations.</summary>
public sealed partial class FakePlatform
{
    private const int BadCallback = 2200;

    /// <summary>Finds the object that the path of an operation is about.</summary>
    /// <returns>The object; null when there is none with the id, or it is of another kind.</returns>
    internal FakeNode? NodeOf(ApiOperation operation, IReadOnlyDictionary<string, string> pathValues) =>
        NodeKinds.PlaceholderOf(operation) is { } placeholder && pathValues.TryGetValue(placeholder, out string? id) && FindNode(id) is { } node && node.Fits(placeholder) ? node : null;

    /// <summary>Decides whether a call may be answered.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="secrets">What it came with.</param>
    /// <param name="refusal">The error; null when the call may go on.</param>
    internal PlatformCall Begin(ApiOperation operation, FakeRequest request, RequestSecrets secrets, out FakeAnswer? refusal)
    {
        lock (Gate)
        {
            FakeToken? token = secrets.Token is null || operation.Tokens.Count == 0 ? null : FindToken(secrets.Token);
            FakeNode? node = NodeOf(operation, request.PathValues);
            refusal = PlatformTokens.Check(operation, token) ?? PlatformTokens.CheckNode(operation, request, token, node);
            return new PlatformCall(this, operation, request, token, node);
        }
    }

    /// <summary>Counts a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="usage">What the usage headers say; null when the call counts nowhere.</param>
    /// <returns>The error when there were too many; null otherwise.</returns>
    internal FakeAnswer? Count(PlatformCall call, out (string Object, FakeUsage Usage)? usage)
    {
        lock (Gate)
        {
            return _quotas.Take(call, out usage);
        }
    }

    /// <summary>Answers a call.</summary>
    /// <returns>The answer; null when the platform has none of its own.</returns>
    internal async Task<FakeAnswer?> AnswerAsync(PlatformCall call, CancellationToken cancellationToken)
    {
        if (_table.Find(call.Operation.Name) is not { } entry)
        {
            return null;
        }

        if (entry.Prepare is not null && await entry.Prepare(call, cancellationToken).ConfigureAwait(false) is { } early)
        {
            return early;
        }

        FakeAnswer? answer = Act(() => entry.Answer(call), out Action? post);
        return answer is null || post is null ? answer : answer with { OnSent = answer.OnSent + post };
    }

    /// <summary>Remembers that a user wrote to a number.</summary>
    internal void Hear(FakeMessage message)
    {
        lock (Gate)
        {
            if (FindNode(message.PhoneNumberId) is FakeNumber number)
            {
                foreach (string user in new[] { message.From is null ? null : PhoneNumbers.Normalize(message.From), message.UserId }.OfType<string>())
                {
                    number.Contacts[user] = Now;
                }
            }
        }
    }

    /// <summary>Asks an address whether it wants webhooks of an app.</summary>
    /// <returns>The error; null when it does.</returns>
    internal async Task<FakeAnswer?> VerifyCallbackAsync(PlatformCall call, FakeApp app, string address, string? verifyToken, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out Uri? callback) || (!callback.IsAbsoluteUri && app.Client?.BaseAddress is null))
        {
            return call.Bad("The callback is no address");
        }

        return await Handshake.TryAsync(app.Client ?? _graph.WebhookClient, callback, verifyToken ?? string.Empty, cancellationToken).ConfigureAwait(false)
            ? null
            : call.Error(BadCallback, "Callback verification failed", message: "Callback verification failed with the following errors: the callback did not answer with the challenge");
    }
}
