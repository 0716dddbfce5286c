namespace WaGen.Tests.Dispatch.Fixtures;

internal interface IShipmentsHandler : IParcelHandler
{
    ValueTask OnArrivedAsync(Notice notice, ShipmentsContext context, CancellationToken cancellationToken) => OnNoticeAsync(notice, context, cancellationToken);

    ValueTask OnDelayedAsync(Notice notice, ShipmentsContext context, CancellationToken cancellationToken) => OnNoticeAsync(notice, context, cancellationToken);

    ValueTask OnNoticeAsync(Notice notice, ShipmentsContext context, CancellationToken cancellationToken) => context.Unhandled();

    ValueTask OnScanAsync(Scan scan, ShipmentsContext context, CancellationToken cancellationToken) => context.Unhandled();

    ValueTask OnLegAsync(Scan leg, ShipmentsContext context, CancellationToken cancellationToken) => context.Unhandled();

    ValueTask OnStampAsync(Scan stamp, ShipmentsContext context, CancellationToken cancellationToken) => context.Unhandled();

    ValueTask OnSealAsync(Scan seal, ShipmentsContext context, CancellationToken cancellationToken) => context.Unhandled();
}
