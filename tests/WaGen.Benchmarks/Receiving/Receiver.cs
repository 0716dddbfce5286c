using System.Security.Cryptography;
using WaGen.Runtime;

namespace WaGen.Benchmarks.Receiving;

/// <summary>One body, ready to be received again and again: with its signature, in the memory that an endpoint would have read it into.</summary>
internal sealed class Receiver : IDisposable
{
    /// <summary>Secrets of apps have 32 hexadecimal digits.</summary>
    private static readonly byte[] Secret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"u8.ToArray();

    private readonly WebhookProcessor _processor;
    private readonly WebhookBody _written = new();
    private readonly WebhookSignature _signature;
    private readonly IncrementalHash _reusedKey = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Secret);

    private Receiver(byte[] body, WebhookHandlerRegistration handler, IDeduplicationStore? store)
    {
        Body = body;
        body.CopyTo(_written.GetSpan(body.Length));
        _written.Advance(body.Length);
        _signature = SignatureVerifier.Sign(Secret, body);
        Verifier = new SignatureVerifier([new("app", System.Text.Encoding.UTF8.GetString(Secret))]);
        _processor = new WebhookProcessor(WhatsAppContract.Instance, [handler], Verifier, new WebhookProcessorOptions { DeduplicationStore = store });
    }

    /// <summary>Gets the body.</summary>
    public byte[] Body { get; }

    /// <summary>Gets the memory that <see cref="ParseAndDispatch"/> and <see cref="ReceiveAll"/> read: a copy of the body, which a benchmark may change.</summary>
    public Memory<byte> Written => _written.Buffer.AsMemory(0, _written.Length);

    /// <summary>Gets what checks the signature.</summary>
    public SignatureVerifier Verifier { get; }

    /// <summary>Prepares a body for a handler, which runs on every delivery unless there is a store that remembers.</summary>
    public static Receiver Of<T>(byte[] body, T handler, IDeduplicationStore? store = null)
        where T : class, IWebhookHandler => new(body, WebhookHandlerRegistration.Singleton(handler), store);

    /// <summary>Verifies, parses and dispatches.</summary>
    /// <returns>How many events were handled.</returns>
    /// <exception cref="InvalidOperationException">The body was not accepted, or not at once.</exception>
    public int ReceiveAll() => Handled(_processor.ProcessAsync(_written, _signature));

    /// <summary>Parses and dispatches, as for a body that was verified before it was queued.</summary>
    /// <returns>How many events were handled.</returns>
    /// <exception cref="InvalidOperationException">The body was not accepted, or not at once.</exception>
    public int ParseAndDispatch() => Handled(_processor.ProcessVerifiedAsync(_written));

    /// <summary>Verifies.</summary>
    public bool Verify() => Verifier.TryVerify(Body, _signature, out _);

    /// <summary>Parses and routes: the tape is written, every event found, its kind known and its members bound.</summary>
    /// <returns>How many events and other items there are.</returns>
    public int Parse()
    {
        WebhookDocument document = WebhookDocument.Rent();
        document.UseBody(Body, Body.Length);
        if (!document.TryParse(out JsonFault fault))
        {
            throw new InvalidOperationException(fault.ToString());
        }

        document.Route(WhatsAppContract.Instance);
        int items = document.ItemCount;
        document.Return();
        return items;
    }

    /// <summary>Writes the tape and nothing else.</summary>
    /// <returns>Whether the body is JSON.</returns>
    public bool Tokenize()
    {
        WebhookDocument document = WebhookDocument.Rent();
        document.UseBody(Body, Body.Length);
        bool parsed = document.TryParse(out _);
        document.Return();
        return parsed;
    }

    /// <summary>The signature check of the textbook: the key is set up for each body.</summary>
    public bool HashData()
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Secret, Body, mac);
        return mac[0] == mac[31];
    }

    /// <summary>The signature with a key that was set up before.</summary>
    public bool HashWithReusedKey()
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _reusedKey.AppendData(Body);
        _reusedKey.TryGetHashAndReset(mac, out _);
        return mac[0] == mac[31];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _written.Dispose();
        _reusedKey.Dispose();
    }

    private static int Handled(ValueTask<WebhookOutcome> task)
    {
        if (!task.IsCompletedSuccessfully || task.Result is not { Result: WebhookResult.Accepted, Failed: 0 } outcome)
        {
            throw new InvalidOperationException("The body was not accepted at once.");
        }

        return outcome.Events - outcome.Unhandled - outcome.Duplicates;
    }
}
