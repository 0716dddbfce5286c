namespace OrderBot;

/// <summary>What the shop says.</summary>
internal static class ShopMessages
{
    private static readonly PayloadList<InteractiveButton> Quantities =
    [
        InteractiveButton.Reply("quantity-1", "One"),
        InteractiveButton.Reply("quantity-2", "Two"),
        InteractiveButton.Reply("cancel", "Rather not"),
    ];

    /// <summary>All products as a list.</summary>
    public static InteractiveContent Menu() => InteractiveContent.List(
        "Good day! What may it be?",
        "Our plants",
        [new ListSection { Title = "In stock", Rows = [.. Product.All.Select(static product => new ListRow { Id = product.Id, Title = product.Name, Description = product.Description })] }]);

    /// <summary>Buttons that ask how many.</summary>
    public static InteractiveContent HowMany(Product product) => InteractiveContent.Buttons($"How many of {product.Name}?", Quantities);

    /// <summary>The Flow that asks for the address.</summary>
    /// <param name="flowId">The id of the Flow.</param>
    /// <param name="order">The order; its product comes back with the answer.</param>
    public static InteractiveContent AskAddress(string flowId, Order order) => InteractiveContent.Flow(
        "Where shall we bring it?",
        "Give address",
        flowId,
        flowToken: order.Product.Id);

    /// <summary>The values for the template that tells of a parcel on its way.</summary>
    public static PayloadList<TemplateComponent> Shipped(string? customer, Order order) =>
        [TemplateComponent.Body([TemplateParameter.Text(customer ?? "friend"), TemplateParameter.Text($"{order.Quantity} x {order.Product.Name}")])];
}
