namespace WaGen.Testing;

/// <summary>Webhooks of the business side.</summary>
public sealed partial class FakeGraph
{
    private readonly Dictionary<Uri, Task> _tails = [];
    private HttpClient? _webhookClient;

    /// <summary>Gets the client that reaches apps which brought none of their own.</summary>
    internal HttpClient WebhookClient
    {
        get
        {
            lock (_lock)
            {
                // The client must reach the endpoint and nothing else: an answer that leads elsewhere is no 200.
                return _webhookClient ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            }
        }
    }

    /// <summary>Prepares webhooks. They belong to those that <see cref="WhenIdleAsync"/> waits for from now on.</summary>
    /// <returns>Starts to post them; null when the server has stopped.</returns>
    internal Action? PostLater(IReadOnlyList<PlatformEvent> events)
    {
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested)
            {
                return null;
            }

            Action? start = null;
            foreach (IGrouping<Uri, (PlatformEvent Event, PlatformTarget Target)> queue in events.SelectMany(static e => e.Targets, static (e, t) => (Event: e, Target: t)).GroupBy(static p => p.Target.Address))
            {
                // Each address gets its webhooks in order, and none waits for another address.
                Task earlier = _tails.GetValueOrDefault(queue.Key, Task.CompletedTask);
                start += StartLater(started => _tails[queue.Key] = PostAsync([.. queue], earlier, started));
            }

            return start;
        }
    }

    private async Task PostAsync((PlatformEvent Event, PlatformTarget Target)[] queue, Task earlier, Task started)
    {
        await started.WaitAsync(_stopping.Token).ConfigureAwait(false);
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach ((PlatformEvent happened, PlatformTarget target) in queue)
        {
            await DeliverAsync(Reach(target), happened.Body, [], happened.Field, PlaybackNow(), _stopping.Token).ConfigureAwait(false);
        }
    }

    /// <summary>The endpoints of an event: those of the apps that have subscribed, or the one endpoint of the server.</summary>
    private IReadOnlyList<WebhookTarget> TargetsOf(FakeEvent webhook) =>
        TargetsOf((webhook as FakeNumberEvent)?.PhoneNumberId, webhook.AccountId, webhook.FieldName);

    private IReadOnlyList<WebhookTarget> TargetsOf(SentMessage message) => TargetsOf(message.PhoneNumberId, message.AccountId, "messages");

    private IReadOnlyList<WebhookTarget> TargetsOf(string? phoneNumberId, string? accountId, string field)
    {
        FakeNumber? number = phoneNumberId is null ? null : _platform?.Find<FakeNumber>(phoneNumberId);
        FakeAccount? account = number?.Account ?? (accountId is null ? null : _platform?.Find<FakeAccount>(accountId));
        IReadOnlyList<PlatformTarget> targets = account is null ? [] : account.Platform.Locked(() => PlatformTargets.Of(account, number, field));
        return targets.Count > 0 ? [.. targets.Select(Reach)] : _target is { } target ? [target] : [];
    }

    private WebhookTarget Reach(PlatformTarget target) => new(target.App.Client ?? WebhookClient, ownsClient: false, target.Address, target.App.Secret);
}
