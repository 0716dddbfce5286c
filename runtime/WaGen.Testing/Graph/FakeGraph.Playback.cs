namespace WaGen.Testing;

/// <summary>Webhooks.</summary>
public sealed partial class FakeGraph
{
    private const int SecondTry = 2;
    private const int LongestDoubling = 16;
    private const string NoEndpoint = "There is no endpoint to deliver to. Call DeliverTo first, or set WebhookUrl.";

    private readonly BoundedLog<FakeDelivery> _deliveries;
    private readonly BoundedLog<SentMessage> _sent;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _background = [];
    private WebhookTarget? _target;
    private StatusPlayback? _playback;

    /// <summary>Gets the webhooks that were posted, the oldest first.</summary>
    public IReadOnlyList<FakeDelivery> Deliveries => _deliveries.Entries;

    /// <summary>Posts the statuses of every message that is sent from now on to an endpoint.</summary>
    /// <param name="endpoint">The address of the endpoint.</param>
    /// <param name="appSecret">The secret that signs them.</param>
    /// <param name="playback">Which statuses, and how; null for those of the options.</param>
    public void DeliverTo(Uri endpoint, string appSecret, StatusPlayback? playback = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(appSecret);

        // The client must reach the endpoint and nothing else: an answer that leads elsewhere is no 200.
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        SetTarget(new WebhookTarget(client, ownsClient: true, endpoint, appSecret), playback);
    }

    /// <summary>Posts the statuses of every message that is sent from now on to an endpoint that a client reaches, such as one in memory.</summary>
    /// <param name="client">The client; it stays the caller's.</param>
    /// <param name="endpoint">The address of the endpoint, relative to that of the client or absolute.</param>
    /// <param name="appSecret">The secret that signs them.</param>
    /// <param name="playback">Which statuses, and how; null for those of the options.</param>
    public void DeliverTo(HttpClient client, Uri endpoint, string appSecret, StatusPlayback? playback = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(appSecret);
        SetTarget(new WebhookTarget(client, ownsClient: false, endpoint, appSecret), playback);
    }

    /// <summary>Posts an event to the endpoint, such as a message from a user.</summary>
    /// <param name="webhook">The event.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    /// <returns>How it was answered.</returns>
    /// <exception cref="InvalidOperationException">No endpoint was given.</exception>
    public Task<FakeDelivery> DeliverAsync(FakeEvent webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        if (webhook is FakeMessage message)
        {
            _platform?.Hear(message);
        }

        FakeStatus[] statuses = webhook is FakeStatus status ? [status] : [];
        return TargetsOf(webhook) is not [WebhookTarget target, ..] ? throw new InvalidOperationException(NoEndpoint) : DeliverAsync(target, webhook.ToUtf8Json(), statuses, field: null, PlaybackNow(), cancellationToken);
    }

    /// <summary>Posts statuses of a message that was sent.</summary>
    /// <param name="messageId">The id that was answered.</param>
    /// <param name="playback">Which statuses, and how; null for those given with the endpoint.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    /// <returns>How each body was answered.</returns>
    /// <exception cref="ArgumentException">No such message was sent.</exception>
    /// <exception cref="InvalidOperationException">No endpoint was given.</exception>
    public Task<IReadOnlyList<FakeDelivery>> PlayAsync(string messageId, StatusPlayback? playback = null, CancellationToken cancellationToken = default) =>
        PlayAsync([messageId], playback, cancellationToken);

    /// <summary>Posts statuses of several messages that were sent; batched they stand in one body.</summary>
    /// <param name="messageIds">The ids that were answered.</param>
    /// <param name="playback">Which statuses, and how; null for those given with the endpoint.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    /// <returns>How each body was answered.</returns>
    /// <exception cref="ArgumentException">No such message was sent.</exception>
    /// <exception cref="InvalidOperationException">No endpoint was given.</exception>
    public Task<IReadOnlyList<FakeDelivery>> PlayAsync(IEnumerable<string> messageIds, StatusPlayback? playback = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageIds);
        IReadOnlyList<SentMessage> sent = _sent.Entries;
        SentMessage[] messages =
        [
            .. messageIds.Select(id => sent.FirstOrDefault(m => m.Id.Equals(id, StringComparison.Ordinal))
                ?? throw new ArgumentException("No message with this id was sent, or it was forgotten.", nameof(messageIds))),
        ];
        return PlayAsync(messages, playback ?? PlaybackNow(), cancellationToken);
    }

    /// <summary>Waits for a webhook to be delivered or given up; one that was so before counts, too.</summary>
    /// <param name="number">Which one, from 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The webhook.</returns>
    public Task<FakeDelivery> WaitForDeliveryAsync(int number = 1, CancellationToken cancellationToken = default) =>
        _deliveries.WaitAsync(static _ => true, number, cancellationToken);

    /// <summary>Waits until the statuses of all messages that were sent so far are delivered or given up.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends then.</returns>
    public Task WhenIdleAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return Task.WhenAll(_background).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Remembers a message.</summary>
    internal void Sent(SentMessage message) => _sent.Add(message);

    /// <summary>Prepares the statuses of a message. They belong to those that <see cref="WhenIdleAsync"/> waits for from now on.</summary>
    /// <returns>Starts to post them, when the answer is out; null when there is nobody to post them to.</returns>
    internal Action? PlayLater(SentMessage message)
    {
        // Looked for before: the platform's lock is never taken within this one.
        bool isHeard = TargetsOf(message).Count > 0;
        lock (_lock)
        {
            if (!isHeard || _stopping.IsCancellationRequested)
            {
                return null;
            }

            StatusPlayback playback = _playback ?? _options.Playback;
            return StartLater(started => PlayAsync(message, playback, started));
        }
    }

    /// <summary>Prepares work that <see cref="WhenIdleAsync"/> waits for from now on. To be called under the lock.</summary>
    /// <returns>Lets the work begin.</returns>
    private Action StartLater(Func<Task, Task> work)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task task = work(start.Task);
        _background.Add(task);
        _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return start.SetResult;
    }

    private async Task PlayAsync(SentMessage message, StatusPlayback playback, Task start)
    {
        await start.WaitAsync(_stopping.Token).ConfigureAwait(false);
        await PlayAsync([message], playback, CancellationToken.None).ConfigureAwait(false);
    }

    private void Forget(Task task)
    {
        // Seen here, so that a playback that the end of the test cut off is no unobserved fault.
        _ = task.Exception;
        lock (_lock)
        {
            _background.Remove(task);
        }
    }

    private void SetTarget(WebhookTarget target, StatusPlayback? playback)
    {
        lock (_lock)
        {
            _target?.Dispose();
            _target = target;
            _playback = playback;
        }
    }

    private StatusPlayback PlaybackNow()
    {
        lock (_lock)
        {
            return _playback ?? _options.Playback;
        }
    }

    private async Task<IReadOnlyList<FakeDelivery>> PlayAsync(SentMessage[] messages, StatusPlayback playback, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        var deliveries = new List<FakeDelivery>();
        foreach (FakeStatus[] statuses in StatusPlan.Of(messages, playback, _api?.Errors, _options))
        {
            await WaitAsync(playback.Delay, stop.Token).ConfigureAwait(false);
            byte[] body = WebhookBodies.Batch(statuses);
            IReadOnlyList<WebhookTarget> targets = TargetsOf(messages[0]);
            if (targets.Count == 0)
            {
                throw new InvalidOperationException(NoEndpoint);
            }

            foreach (WebhookTarget target in targets)
            {
                deliveries.Add(await DeliverAsync(target, body, statuses, field: null, playback, stop.Token).ConfigureAwait(false));
            }
        }

        return deliveries;
    }

    private async Task<FakeDelivery> DeliverAsync(WebhookTarget target, byte[] body, FakeStatus[] statuses, string? field, StatusPlayback playback, CancellationToken cancellationToken)
    {
        var attempts = new List<int>();
        TimeSpan pause = TimeSpan.Zero;
        do
        {
            await WaitAsync(pause, cancellationToken).ConfigureAwait(false);
            attempts.Add(await target.PostAsync(body, cancellationToken).ConfigureAwait(false));
            pause = attempts.Count < SecondTry ? TimeSpan.Zero : playback.RetryDelay * (1 << Math.Min(attempts.Count - SecondTry, LongestDoubling));
        }
        while (attempts[^1] != 200 && attempts.Count < playback.Attempts);

        var delivery = new FakeDelivery { Body = body, Statuses = statuses, Field = field, Endpoint = target.Address, Attempts = attempts };
        _deliveries.Add(delivery);
        _options.OnDelivered?.Invoke(delivery);
        return delivery;
    }

    private Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        time > TimeSpan.Zero ? Task.Delay(time, _options.TimeProvider, cancellationToken) : Task.CompletedTask;

    private async Task StopPlaybackAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        Task[] running;
        lock (_lock)
        {
            running = [.. _background];
        }

        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _target?.Dispose();
            _target = null;
            _webhookClient?.Dispose();
        }
    }
}
