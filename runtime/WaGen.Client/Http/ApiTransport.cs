using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WaGen.Client;

/// <summary>Sends one try of a call and tells by an exception how it failed.</summary>
internal sealed class ApiTransport(Func<HttpClient> http, WhatsAppClientOptions options, TokenSource tokens, RetryPlan plan, TimeProvider time)
{
    private const int MostRedirects = 3;

    private readonly ApiAddress _addresses = new(options.BaseAddress, options.ApiVersion);

    /// <summary>Finds address and token of a request.</summary>
    /// <exception cref="ArgumentException">An argument is missing or cannot stand in an address.</exception>
    /// <exception cref="InvalidOperationException">There is no token that fits, or no app secret for a proof that is needed, or the token may not go to the address.</exception>
    public async ValueTask<(Uri Address, AccessToken? Token)> PrepareAsync(ApiCall call, CancellationToken cancellationToken)
    {
        Uri address = _addresses.Build(call.Operation, call.Arguments);
        AccessToken? token = await tokens.GetAsync(call, cancellationToken).ConfigureAwait(false);
        return !call.Operation.NeedsProof || !string.IsNullOrEmpty(options.AppSecret) ? (address, token) : throw new InvalidOperationException(
            $"{call.Operation.Name} needs a proof that the caller has the app's secret, but there is none; nothing was sent. Set AppSecret in the client's options.");
    }

    /// <summary>Sends the request and reads the answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="token">The token; null for none.</param>
    /// <param name="timeout">The time after which this try is given up.</param>
    /// <param name="read">Reads a successful answer. It may keep the answer, or else disposes it.</param>
    /// <param name="cancellationToken">Is cancelled when the caller gives up.</param>
    /// <exception cref="WhatsAppApiException">The try failed.</exception>
    public async ValueTask<T> SendAsync<T>(
        ApiCall call, Uri address, AccessToken? token, TimeSpan timeout, Func<ApiCall, HttpResponseMessage, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        (call.LastStatus, call.IsPartial, call.HasLeft) = (0, false, true);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendAsync(call, address, token, both.Token).ConfigureAwait(false);
            call.LastStatus = (int)response.StatusCode;
            call.Usage = call.Operation.Quotas.Count == 0 ? [] : UsageHeaders.AccountsOf(response.Headers);
            call.IsPartial = await IsPartialAsync(call, response, both.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode && !call.IsPartial)
            {
                throw await RefusalAsync(call, response, both.Token).ConfigureAwait(false);
            }

            T result = await ReadAsync(call, response, read, both.Token).ConfigureAwait(false);
            response = null;
            return result;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(call, HasBegun(call, exception) ? ApiFailureKind.TimedOut : ApiFailureKind.NotSent, response, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Failure(call, HasBegun(call, exception) ? ApiFailureKind.ConnectionBroke : ApiFailureKind.NotSent, response, exception);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private async ValueTask<T> ReadAsync<T>(
        ApiCall call, HttpResponseMessage response, Func<ApiCall, HttpResponseMessage, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read(call, response, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException exception)
        {
            throw Failure(call, ApiFailureKind.Unreadable, response, exception);
        }
    }

    /// <summary>Whether a server may have got the whole request.</summary>
    /// <remarks>
    /// A server cannot act on a request whose body it has not got a byte of; that also covers the time running out while the connection is made. Without a body
    /// that tells, what counts is whether the connection could be made at all.
    /// </remarks>
    private static bool HasBegun(ApiCall call, Exception exception) => call.Body?.HasStarted ?? exception is not HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private async Task<HttpResponseMessage> SendAsync(ApiCall call, Uri address, AccessToken? token, CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage request = Request(call, address, token);
            HttpResponseMessage response = await http().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (call.Body is not null || redirects == MostRedirects || !IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
            {
                return response;
            }

            // Only what just reads is redirected, and only to where the token may go.
            var target = new Uri(address, location);
            if (!_addresses.IsAllowed(call.Operation, target))
            {
                return response;
            }

            response.Dispose();
            address = target;
        }
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The request disposes its content.")]
    private HttpRequestMessage Request(ApiCall call, Uri address, AccessToken? token)
    {
        ApiOperation operation = call.Operation;
        if (token is not null && (options.SendAppSecretProof || operation.NeedsProof) && !string.IsNullOrEmpty(options.AppSecret) && !operation.Path.StartsWith('{'))
        {
            string proof = TokenSource.Proof(options.AppSecret, token, options.TimedAppSecretProof ? time.GetUtcNow() : null);
            address = new Uri(address.AbsoluteUri + (address.Query.Length == 0 ? "?" : "&") + proof);
        }

        var request = new HttpRequestMessage(new HttpMethod(operation.Method), address)
        {
            Content = call.Body?.CreateContent(),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        foreach (ApiParameter parameter in operation.Parameters.Where(static p => p.Place == ApiParameterPlace.Header))
        {
            if (ApiAddress.ArgumentOf(operation, call.Arguments, parameter) is { } value)
            {
                request.Headers.Add(parameter.Name, value);
            }
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(operation.Authorization, token.Value);
        }

        return request;
    }

    /// <summary>Whether an answer with the status of a failure tells of something that was done. Its body can be read again.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The answer disposes its content.")]
    private static async ValueTask<bool> IsPartialAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (call.Operation.Partial is not { } partial || (int)response.StatusCode != partial.Status || response.IsSuccessStatusCode)
        {
            return false;
        }

        using PooledBuffer? body = await AnswerBody.ReadAsync(response.Content, AnswerBody.MostBytes, cancellationToken).ConfigureAwait(false);
        response.Content.Dispose();
        response.Content = new ByteArrayContent(body is null ? [] : body.Written.ToArray());
        return body is not null && RawJson.TryParse(body.Written.Span, out RawJson json) && json[Encoding.UTF8.GetBytes(partial.Member)] is { IsPresent: true, Kind: not JsonKind.Null };
    }

    private async ValueTask<WhatsAppApiException> RefusalAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        GraphError? error = null;
        try
        {
            using PooledBuffer? body = await AnswerBody.ReadAsync(response.Content, AnswerBody.MostErrorBytes, cancellationToken).ConfigureAwait(false);
            error = body is null ? null : GraphError.Read(body.Written.Span, call.Operation.Api.ReadError);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The status says most of it; the rest of the body is lost.
        }

        var failure = new ApiFailure { Operation = call.Operation, Kind = ApiFailureKind.Answered, Status = response.StatusCode, Error = error, IsBodySpent = IsSpent(call) };
        return plan.Judge(failure, call.Failures, UsageHeaders.WaitOf(response.Headers, time)).ToException();
    }

    private WhatsAppApiException Failure(ApiCall call, ApiFailureKind kind, HttpResponseMessage? response, Exception cause)
    {
        call.HasLeft = kind != ApiFailureKind.NotSent;
        return plan.Judge(new ApiFailure { Operation = call.Operation, Kind = kind, Status = response?.StatusCode, Cause = cause, IsBodySpent = IsSpent(call) }, call.Failures).ToException();
    }

    /// <summary>Whether the body came from a stream that cannot be read again.</summary>
    private static bool IsSpent(ApiCall call) => call.Body is { IsRepeatable: false, HasStarted: true };
}
