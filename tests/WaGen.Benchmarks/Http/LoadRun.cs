namespace WaGen.Benchmarks.Http;

/// <summary>Puts the same load on the webhook endpoint and on the bare one, in slices that alternate.</summary>
/// <remarks>
/// A slice has a number of requests, not a time, and its requests are made ready before its time starts. Every one is an event that was never
/// delivered before, so what is measured is never the shorter way of a duplicate: at the end the handler must have met all of them.
/// </remarks>
internal sealed class LoadRun : IDisposable
{
    private const int Connections = 8;

    private readonly LoadApp _app = LoadApp.Start();
    private readonly LoadClient _client;
    private long _nextId;

    public LoadRun() => _client = new LoadClient(_app.EndPoint, Connections);

    /// <summary>Compares both endpoints.</summary>
    /// <param name="body">The body that is sent, apart from the ids of its messages.</param>
    /// <param name="requestsOfSlice">How many requests a slice has.</param>
    /// <param name="warmUp">How long both run before anything counts.</param>
    /// <param name="time">How long both are measured together.</param>
    /// <exception cref="InvalidOperationException">A request was refused, or an event did not reach the handler.</exception>
    public LoadResult Compare(byte[] body, int requestsOfSlice, TimeSpan warmUp, TimeSpan time)
    {
        var webhook = new LoadSide(new SignedRequests(LoadApp.WebhookPath, body, requestsOfSlice));
        var bare = new LoadSide(new SignedRequests(LoadApp.BarePath, body, requestsOfSlice));
        long eventsBefore = _app.Bot.Events;
        int warmUpPairs = RunPairs(webhook, bare, warmUp);
        webhook.Reset();
        bare.Reset();
        int pairs = RunPairs(webhook, bare, time);

        long expected = (long)(warmUpPairs + pairs) * webhook.Requests.Count * webhook.Requests.Events;
        long handled = _app.Bot.Events - eventsBefore;
        return handled == expected
            ? new LoadResult(webhook, bare)
            : throw new InvalidOperationException($"{expected} events were sent, {handled} were handled.");
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.Dispose();
    }

    private int RunPairs(LoadSide webhook, LoadSide bare, TimeSpan time)
    {
        int pairs = 0;
        for (long started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < time; pairs++)
        {
            RunSlice(pairs % 2 == 0 ? webhook : bare);
            RunSlice(pairs % 2 == 0 ? bare : webhook);
        }

        return pairs;
    }

    private void RunSlice(LoadSide side)
    {
        side.Requests.Renew(ref _nextId);
        long[] latencies = new long[side.Requests.Count];
        side.Add(_client.SendAll(side.Requests, latencies), latencies);
    }
}
