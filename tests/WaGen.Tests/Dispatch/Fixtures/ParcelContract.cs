using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

/// <summary>A made-up provider, written as the generator would print it.</summary>
internal sealed class ParcelContract : WebhookContract
{
    public static readonly ParcelContract Instance = new();

    private ParcelContract()
        : base("Parcel", [ShipmentsField.Instance, DepotField.Instance, AuditField.Instance])
    {
    }

    protected override void Route(WebhookRouter router)
    {
        if (!router.IsProduct(router.Root, "source"u8, "parcels"u8))
        {
            return;
        }

        int root = router.Enter<ParcelEnvelope>(router.Root);
        if (router.TryItems(root, 1, out JsonItems batches))
        {
            foreach (int batch in batches)
            {
                if (!router.TryObject(batch))
                {
                    continue;
                }

                int block = router.Enter<ParcelBatch>(batch);
                router.EntryId(block, 0);
                if (router.TryItems(block, 2, out JsonItems reports))
                {
                    foreach (int report in reports)
                    {
                        if (router.TryObject(report))
                        {
                            RouteReport(router, report);
                        }
                    }
                }

                router.Leave();
            }
        }

        router.Leave();
    }

    private static void RouteReport(WebhookRouter router, int report)
    {
        int block = router.Enter<ParcelReport>(report);
        if (router.TryChange(block, 0, 1, out ReadOnlySpan<byte> topic, out int data))
        {
            RouteField(router, topic, data);
        }

        router.Leave();
    }

    private static void RouteField(WebhookRouter router, ReadOnlySpan<byte> topic, int data)
    {
        switch (topic.Length)
        {
            case 9 when topic.SequenceEqual("shipments"u8):
                ShipmentsField.Instance.Route(router, data);
                break;
            case 5 when topic.SequenceEqual("depot"u8):
                DepotField.Instance.Route(router, data);
                break;
            case 5 when topic.SequenceEqual("audit"u8):
            case 8 when topic.SequenceEqual("audit_v1"u8):
                AuditField.Instance.Route(router, data);
                break;
            default:
                router.UnknownField(data);
                break;
        }
    }
}
