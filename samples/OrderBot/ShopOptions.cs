namespace OrderBot;

/// <summary>What the shop has prepared in WhatsApp Manager.</summary>
internal sealed class ShopOptions
{
    /// <summary>The id of the Flow that asks for the address. Its last screen gives <c>street</c> and <c>city</c>.</summary>
    public string AddressFlowId { get; set; } = "1084734239456788";

    /// <summary>The name of the approved template that tells of a parcel on its way: the name of the customer, then the order.</summary>
    public string ShippedTemplate { get; set; } = "order_shipped";

    /// <summary>The language of the template.</summary>
    public string Language { get; set; } = "en_US";
}
