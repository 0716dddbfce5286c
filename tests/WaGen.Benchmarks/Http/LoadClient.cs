using System.Diagnostics;
using System.Net;

namespace WaGen.Benchmarks.Http;

/// <summary>Sends requests over several connections at a time, each with a thread that waits for one answer before it sends the next request.</summary>
internal sealed class LoadClient : IDisposable
{
    private readonly LoadConnection[] _connections;
    private readonly Thread[] _threads;
    private readonly Barrier _barrier;
    private SignedRequests? _requests;
    private long[] _latencies = [];
    private int _next;
    private Exception? _fault;

    public LoadClient(IPEndPoint server, int connections)
    {
        _connections = [.. Enumerable.Range(0, connections).Select(_ => new LoadConnection(server))];
        _barrier = new Barrier(connections + 1);
        _threads = [.. _connections.Select(connection => new Thread(() => Work(connection)) { IsBackground = true })];
        foreach (Thread thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Sends every request once.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="latencies">Takes the time of each, in ticks of the stopwatch.</param>
    /// <returns>The time from the first request to the last answer.</returns>
    /// <exception cref="InvalidOperationException">A request was not answered with 200.</exception>
    public TimeSpan SendAll(SignedRequests requests, long[] latencies)
    {
        _requests = requests;
        _latencies = latencies;
        _next = 0;
        long started = Stopwatch.GetTimestamp();
        _barrier.SignalAndWait();
        _barrier.SignalAndWait();
        return _fault is null ? Stopwatch.GetElapsedTime(started) : throw new InvalidOperationException("A request failed.", _fault);
    }

    public void Dispose()
    {
        _requests = null;
        _barrier.SignalAndWait();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        foreach (LoadConnection connection in _connections)
        {
            connection.Dispose();
        }

        _barrier.Dispose();
    }

    private void Work(LoadConnection connection)
    {
        while (true)
        {
            _barrier.SignalAndWait();
            if (_requests is not { } requests)
            {
                return;
            }

            try
            {
                SendSome(connection, requests);
            }
            catch (Exception fault)
            {
                _fault = fault;
            }

            _barrier.SignalAndWait();
        }
    }

    private void SendSome(LoadConnection connection, SignedRequests requests)
    {
        while (Interlocked.Increment(ref _next) - 1 is int index && index < requests.Count)
        {
            long sent = Stopwatch.GetTimestamp();
            connection.Send(requests[index]);
            _latencies[index] = Stopwatch.GetTimestamp() - sent;
        }
    }
}
