using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

internal readonly struct ShipmentsContext
{
    private readonly WebhookItem _item;

    internal ShipmentsContext(WebhookItem item) => _item = item;

    public WebhookDelivery Delivery => _item.Delivery;

    public ParcelEnvelope Envelope => _item.Ancestor(0).As<ParcelEnvelope>();

    public ParcelBatch Batch => _item.Ancestor(1).As<ParcelBatch>();

    public ParcelReport Report => _item.Ancestor(2).As<ParcelReport>();

    public ShipmentsValue Value => _item.Value.As<ShipmentsValue>();

    public Person Owner => FindOwner(_item).As<Person>();

    public Person Sealer => FindSealer(_item).As<Person>();

    public static JsonView FindSealer(WebhookItem item) =>
        item.Event == ShipmentsField.Seal ? item.Match(item.Value.GetObject(5), 1, "key"u8, 0) : default;

    public static JsonView FindOwner(WebhookItem item)
    {
        JsonView found = item.Match(1, "key"u8, 2);
        return found.IsPresent ? found : item.Match(1, "tag"u8, 0);
    }

    public bool HasLevel(int level) => _item.Ancestor(level).IsPresent;

    public ValueTask Unhandled() => _item.Unhandled();
}
