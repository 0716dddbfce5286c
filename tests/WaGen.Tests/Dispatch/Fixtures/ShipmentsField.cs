using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

/// <summary>A field with several event arrays: a union, plain elements, elements two arrays deep, and elements in an object.</summary>
internal sealed class ShipmentsField : WebhookField
{
    public const int Arrived = 0;
    public const int Delayed = 1;
    public const int Scan = 2;
    public const int Leg = 3;
    public const int Stamp = 4;
    public const int Seal = 5;

    public static readonly ShipmentsField Instance = new();

    // A collection expression of constants would allocate in code that is not optimised.
    private static readonly int[] Legs = [4, 1];
    private static readonly int[] Stamps = [4, 2];
    private static readonly int[] Seals = [5, 0];

    private ShipmentsField()
        : base(
            "shipments",
            [],
            typeof(IShipmentsHandler),
            [
                new("Arrived", "OnArrivedAsync", "OnNoticeAsync"),
                new("Delayed", "OnDelayedAsync", "OnNoticeAsync"),
                new("Scan", "OnScanAsync", "OnScanAsync"),
                new("Leg", "OnLegAsync", "OnLegAsync"),
                new("Stamp", "OnStampAsync", "OnStampAsync"),
                new("Seal", "OnSealAsync", "OnSealAsync"),
            ])
    {
    }

    public override WebhookContract Contract => ParcelContract.Instance;

    public override void Route(WebhookRouter router, int value)
    {
        if (router.BindValue<ShipmentsValue>(this, value))
        {
            router.Items(2, "notices"u8, Arrived, union: true);
            router.Items(3, "scans|scan_list"u8, Scan, union: false);
            router.Items(Legs, "trips.legs|hops"u8, Leg, union: false);
            router.Items(Stamps, ".stamps"u8, Stamp, union: false);
            router.Items(Seals, "box.seals"u8, Seal, union: false);
            router.EndValue();
        }
    }

    public override ValueTask InvokeAsync(object handler, WebhookItem item, CancellationToken cancellationToken)
    {
        var typed = (IShipmentsHandler)handler;
        var context = new ShipmentsContext(item);
        return item.Event switch
        {
            Arrived => typed.OnArrivedAsync(item.View.As<Notice>(), context, cancellationToken),
            Delayed => typed.OnDelayedAsync(item.View.As<Notice>(), context, cancellationToken),
            Scan => typed.OnScanAsync(item.View.As<Fixtures.Scan>(), context, cancellationToken),
            Leg => typed.OnLegAsync(item.View.As<Fixtures.Scan>(), context, cancellationToken),
            Stamp => typed.OnStampAsync(item.View.As<Fixtures.Scan>(), context, cancellationToken),
            Seal => typed.OnSealAsync(item.View.As<Fixtures.Scan>(), context, cancellationToken),
            _ => item.Unhandled(),
        };
    }

    public override void WriteIdentity(WebhookItem item, ref WebhookKey key)
    {
        JsonView view = item.View;
        key.Add(view, 0);
        if (item.Event is Arrived or Delayed)
        {
            key.Add(view, 1);
        }
    }

    public override void WriteOrderKey(WebhookItem item, ref WebhookKey key)
    {
        if (item.Event is Arrived or Delayed)
        {
            JsonView view = item.View;
            _ = key.Add(view, 2) || key.Add(view, 0);
        }
    }

    public override void WriteLookups(WebhookItem item, ref WebhookLookups lookups)
    {
        lookups.Add(ShipmentsContext.FindOwner(item), item.Value, 1);
        lookups.Add(ShipmentsContext.FindSealer(item), item.Value.GetObject(5), 1);
    }
}
