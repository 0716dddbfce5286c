namespace WaGen;

/// <summary>Gives each call a token that ends with the host or with the time of the call. Sources are used again.</summary>
internal sealed class HandlerTimeouts(TimeSpan timeout, TimeProvider time)
{
    private readonly CancellationTokenSource?[] _idle = new CancellationTokenSource?[Math.Clamp(Environment.ProcessorCount * 2, 8, 64)];

    /// <summary>Starts the time of a call; disposing the result ends it.</summary>
    /// <param name="stop">Ends with the host.</param>
    public Call Start(CancellationToken stop)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return new Call(Owner: null, Source: null, default, stop);
        }

        CancellationTokenSource source = Take();
        source.CancelAfter(timeout);
        CancellationTokenRegistration registration = stop.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        return new Call(this, source, registration, source.Token);
    }

    private CancellationTokenSource Take()
    {
        foreach (ref CancellationTokenSource? place in _idle.AsSpan())
        {
            if (Volatile.Read(ref place) is not null && Interlocked.Exchange(ref place, null) is { } source)
            {
                return source;
            }
        }

        return new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
    }

    private bool TryPut(CancellationTokenSource source)
    {
        foreach (ref CancellationTokenSource? place in _idle.AsSpan())
        {
            if (Volatile.Read(ref place) is null && Interlocked.CompareExchange(ref place, source, null) is null)
            {
                return true;
            }
        }

        return false;
    }

    private void Return(CancellationTokenSource source)
    {
        if (!source.TryReset() || !TryPut(source))
        {
            source.Dispose();
        }
    }

    /// <summary>The time of one call.</summary>
    /// <param name="Owner">Takes the source back; null when the call has no limit.</param>
    /// <param name="Source">Fires when the time is up or the host stops.</param>
    /// <param name="Stop">Ties the source to the host.</param>
    /// <param name="Token">Goes to the handler.</param>
    internal readonly record struct Call(HandlerTimeouts? Owner, CancellationTokenSource? Source, CancellationTokenRegistration Stop, CancellationToken Token) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            Stop.Dispose();
            Owner?.Return(Source!);
        }
    }
}
