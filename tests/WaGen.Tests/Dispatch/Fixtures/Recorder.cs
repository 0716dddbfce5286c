using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

/// <summary>Takes every event and unhandled part, notes them in order, and does what a test asks for.</summary>
internal sealed class Recorder : IShipmentsHandler, IDepotHandler, IAuditHandler, IUnhandledHandler
{
    private readonly List<string> _log = [];

    /// <summary>Runs for each notice after it was noted.</summary>
    public Func<Notice, ShipmentsContext, CancellationToken, ValueTask>? OnNotice { get; init; }

    /// <summary>Runs for each seal after it was noted.</summary>
    public Func<Scan, ShipmentsContext, CancellationToken, ValueTask>? OnSeal { get; init; }

    /// <summary>Runs for each unhandled part after it was noted.</summary>
    public Func<UnhandledEvent, CancellationToken, ValueTask>? OnUnhandled { get; init; }

    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    public List<byte[]> UnhandledBytes { get; } = [];

    public void Add(string line)
    {
        lock (_log)
        {
            _log.Add(line);
        }
    }

    public ValueTask OnArrivedAsync(Notice notice, ShipmentsContext context, CancellationToken cancellationToken) =>
        Note($"arrived {notice.Id}", notice, context, cancellationToken);

    public ValueTask OnDelayedAsync(Notice notice, ShipmentsContext context, CancellationToken cancellationToken) =>
        Note($"delayed {notice.Id}", notice, context, cancellationToken);

    public ValueTask OnScanAsync(Scan scan, ShipmentsContext context, CancellationToken cancellationToken)
    {
        Add($"scan {scan.Id}");
        return default;
    }

    public ValueTask OnLegAsync(Scan leg, ShipmentsContext context, CancellationToken cancellationToken)
    {
        Add($"leg {leg.Id}");
        return default;
    }

    public ValueTask OnStampAsync(Scan stamp, ShipmentsContext context, CancellationToken cancellationToken)
    {
        Add($"stamp {stamp.Id}");
        return default;
    }

    public ValueTask OnSealAsync(Scan seal, ShipmentsContext context, CancellationToken cancellationToken)
    {
        Add($"seal {seal.Id} by {context.Sealer.Name ?? "-"}");
        return OnSeal?.Invoke(seal, context, cancellationToken) ?? default;
    }

    public ValueTask OnOpenedAsync(DepotEvent opened, WebhookItem context, CancellationToken cancellationToken)
    {
        Add($"opened {opened.Id}");
        return default;
    }

    public ValueTask OnAuditAsync(Audit audit, WebhookItem context, CancellationToken cancellationToken)
    {
        Add($"audit {audit.Note}");
        return default;
    }

    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
    {
        lock (_log)
        {
            _log.Add($"{unhandled.Reason} {unhandled.Field ?? "-"} {unhandled.Event ?? "-"} {unhandled.EntryId ?? "-"} '{unhandled.Path}'");
            UnhandledBytes.Add(unhandled.ToArray());
        }

        return OnUnhandled?.Invoke(unhandled, cancellationToken) ?? default;
    }

    private ValueTask Note(string line, Notice notice, ShipmentsContext context, CancellationToken cancellationToken)
    {
        Add(line);
        return OnNotice?.Invoke(notice, context, cancellationToken) ?? default;
    }
}
