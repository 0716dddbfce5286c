using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace WaGen.Client;

/// <summary>Runs calls with one set of options: limits, tries, pauses, telemetry.</summary>
internal sealed class ApiRun
{
    // A token may have been exchanged for another one meanwhile.
    private static readonly TimeSpan LongPreparation = TimeSpan.FromSeconds(5);

    private readonly WhatsAppClientOptions _options;
    private readonly ApiTransport _transport;
    private readonly MessageLimits _limits;
    private readonly QuotaBook _quotas;
    private readonly ResiliencePipeline _pipeline;
    private readonly ClientMetrics _metrics;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    public ApiRun(WhatsAppClientOptions options, ApiTransport transport, QuotaBook quotas, ClientMetrics metrics, ILogger logger, TimeProvider time)
    {
        _options = options;
        _transport = transport;
        _quotas = quotas;
        _limits = new MessageLimits(options, time);
        _metrics = metrics;
        _logger = logger;
        _time = time;
        _pipeline = Pipeline();
    }

    public WhatsAppClientOptions Options => _options;

    public ValueTask<QuotaState?> LookAsync(ApiOperation operation, string? account, CancellationToken cancellationToken) =>
        _quotas.LookAsync(operation, account, _options, cancellationToken);

    public async Task<T> RunAsync<T>(ApiCall call, bool isTransfer, Func<ApiCall, HttpResponseMessage, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        ApiOperation operation = call.Operation;
        using Activity? activity = ClientTelemetry.ActivitySource.StartActivity(operation.Name, ActivityKind.Client);
        activity?.SetTag("wagen.operation", operation.Name).SetTag("wagen.group", operation.Group);
        long start = _time.GetTimestamp();
        WhatsAppApiException? error = null;
        try
        {
            var step = new Step<T>(this, call, isTransfer ? _options.MediaTimeout : _options.Timeout, read);
            T result = await _pipeline.ExecuteAsync(static (step, token) => step.Run.TryAsync(step, token), step, cancellationToken).ConfigureAwait(false);
            _logger.Succeeded(operation.Name, _time.GetElapsedTime(start).TotalMilliseconds, call.Failures + 1);
            return result;
        }
        catch (WhatsAppApiException exception)
        {
            error = exception;
            Report(call, exception);
            activity?.SetStatus(ActivityStatusCode.Error).SetTag("wagen.error.code", exception.Code).SetTag("wagen.error.class", ClientTelemetry.Of(exception.ErrorClass));
            throw;
        }
        finally
        {
            activity?.SetTag("wagen.status_class", ClientTelemetry.StatusClass(call)).SetTag("wagen.failures", call.Failures);
            _metrics.Called(call, error, _time.GetElapsedTime(start));
        }
    }

    private async ValueTask<T> TryAsync<T>(Step<T> step, CancellationToken cancellationToken)
    {
        // A request that cannot be sent is refused before it waits, and one that waited long takes the token of now.
        ApiCall call = step.Call;
        call.HasLeft = false;
        call.Usage = [];
        (Uri Address, AccessToken? Token) request = await _transport.PrepareAsync(call, cancellationToken).ConfigureAwait(false);
        long start = _time.GetTimestamp();
        QuotaPlaces places = await WaitAsync(call, cancellationToken).ConfigureAwait(false);
        try
        {
            if (_time.GetElapsedTime(start) > LongPreparation)
            {
                request = await _transport.PrepareAsync(call, cancellationToken).ConfigureAwait(false);
            }

            return await _transport.SendAsync(call, request.Address, request.Token, step.Timeout, step.Read, cancellationToken).ConfigureAwait(false);
        }
        catch (WhatsAppApiException)
        {
            call.Failures++;
            throw;
        }
        finally
        {
            _quotas.End(places, call.HasLeft, call.Usage);
        }
    }

    /// <summary>Waits for the limits of messages and for the quotas of calls.</summary>
    /// <exception cref="WhatsAppApiException">The wait would be too long.</exception>
    private async ValueTask<QuotaPlaces> WaitAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ApiOperation operation = call.Operation;
        bool hasQuotas = _options.LimitCalls && operation.Quotas.Count > 0;
        if (operation.Limiter is null && !hasQuotas)
        {
            return QuotaPlaces.None;
        }

        long start = _time.GetTimestamp();
        TimeSpan? tooLong = operation.Limiter is null ? null : await _limits.WaitAsync(call, cancellationToken).ConfigureAwait(false);
        QuotaPlaces places = tooLong is null && hasQuotas ? await _quotas.WaitAsync(call, _options, cancellationToken).ConfigureAwait(false) : QuotaPlaces.None;
        _metrics.Queued(operation, _time.GetElapsedTime(start));
        return tooLong is null && places.Refusing is null ? places : throw new ApiFailure
        {
            Operation = operation,
            Kind = ApiFailureKind.Held,
            Class = ApiErrorClass.RetryLater,
            RetryAfter = tooLong ?? places.Wait,
            Quota = places.Refusing,
            IsBlocked = places.IsBlocked,
        }.ToException();
    }

    private void Report(ApiCall call, WhatsAppApiException exception)
    {
        if (exception is WhatsAppOutcomeUnknownException unknown)
        {
            _logger.OutcomeUnknown(call.Operation.Name, unknown.Reason);
        }
        else
        {
            _logger.Failed(call.Operation.Name, (int?)exception.StatusCode, exception.Code, exception.Subcode, exception.ErrorClass, call.Failures);
        }
    }

    private ResiliencePipeline Pipeline()
    {
        if (_options.MaxAttempts == 1)
        {
            return ResiliencePipeline.Empty;
        }

        var retry = new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.MaxAttempts - 1,
            MaxDelay = null,
            ShouldHandle = args => new(args.Outcome.Exception is WhatsAppApiException exception && MayTryAgain(exception)),
            DelayGenerator = static args => new(((WhatsAppApiException)args.Outcome.Exception!).RetryAfter),
            OnRetry = args =>
            {
                var exception = (WhatsAppApiException)args.Outcome.Exception!;
                _logger.TryingAgain(
                    exception.Operation!, args.RetryDelay.TotalSeconds, (int?)exception.StatusCode, exception.Code, exception.ErrorClass, args.AttemptNumber + 1);
                _metrics.Retried(exception);
                return default;
            },
        };
        return new ResiliencePipelineBuilder { TimeProvider = _time }.AddRetry(retry).Build();
    }

    private bool MayTryAgain(WhatsAppApiException exception) =>
        exception is { MayRepeat: true, ErrorClass: ApiErrorClass.RetryNow or ApiErrorClass.RetryLater, RetryAfter: { } wait } && wait <= _options.MaxDelay;

    private sealed record Step<T>(ApiRun Run, ApiCall Call, TimeSpan Timeout, Func<ApiCall, HttpResponseMessage, CancellationToken, ValueTask<T>> Read);
}
