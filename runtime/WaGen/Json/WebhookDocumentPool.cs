namespace WaGen.Runtime;

/// <summary>Keeps documents that nobody uses at the moment: one for each thread, and as many more as the process may need at once, never more than 64.</summary>
internal static class WebhookDocumentPool
{
    private static readonly WebhookDocument?[] Documents = new WebhookDocument?[Math.Clamp(Environment.ProcessorCount * 2, 8, 64)];

    [ThreadStatic]
    private static WebhookDocument? _ofThread;

    /// <summary>Takes a document, or returns null when there is none.</summary>
    public static WebhookDocument? TryTake()
    {
        // Most bodies are done on the thread that they came on, which then meets no other.
        if (_ofThread is { } own)
        {
            _ofThread = null;
            return own;
        }

        foreach (ref WebhookDocument? place in Documents.AsSpan())
        {
            if (Volatile.Read(ref place) is not null && Interlocked.Exchange(ref place, null) is { } document)
            {
                return document;
            }
        }

        return null;
    }

    /// <summary>Keeps a document, or leaves it to the garbage collector when every place is taken.</summary>
    public static void Put(WebhookDocument document)
    {
        if (_ofThread is null)
        {
            _ofThread = document;
            return;
        }

        foreach (ref WebhookDocument? place in Documents.AsSpan())
        {
            if (Volatile.Read(ref place) is null && Interlocked.CompareExchange(ref place, document, null) is null)
            {
                return;
            }
        }
    }
}
