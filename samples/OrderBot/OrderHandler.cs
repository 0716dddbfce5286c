using Microsoft.Extensions.Options;

namespace OrderBot;

/// <summary>Leads customers from the list of products over quantity and address to the order.</summary>
/// <remarks>
/// When sending fails, the exception is left to the endpoint: it answers 500, and the platform delivers the event again. So an order is forgotten
/// only when everything about it is sent.
/// </remarks>
internal sealed partial class OrderHandler(OrderBook orders, WhatsAppClient client, IOptions<ShopOptions> shop, ILogger<OrderHandler> logger) : IMessagesHandler
{
    public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        await context.MarkAsReadAsync(typing: true, cancellationToken: cancellationToken);
        await context.ReplyInteractiveAsync(ShopMessages.Menu(), cancellationToken: cancellationToken);
    }

    public async ValueTask OnListReplyAsync(ListReplyMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        if (Product.Find(message.Interactive.ListReply.Id) is not { } product)
        {
            await context.ReplyTextAsync("We do not sell that any more.", cancellationToken: cancellationToken);
            return;
        }

        orders.Save(Customer(message.FromUserId, message.From), new Order(product));
        await context.ReplyImageAsync(link: product.Picture, caption: product.Description, cancellationToken: cancellationToken);
        await context.ReplyInteractiveAsync(ShopMessages.HowMany(product), cancellationToken: cancellationToken);
    }

    public async ValueTask OnButtonReplyAsync(ButtonReplyMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        string customer = Customer(message.FromUserId, message.From);
        int quantity = message.Interactive.ButtonReply.Id switch
        {
            "quantity-1" => 1,
            "quantity-2" => 2,
            _ => 0,
        };
        if (quantity == 0 || orders.Find(customer) is not { } order)
        {
            orders.Remove(customer);
            await context.ReactAsync("\U0001F44B", cancellationToken: cancellationToken);
            return;
        }

        order = order with { Quantity = quantity };
        orders.Save(customer, order);
        await context.ReplyInteractiveAsync(ShopMessages.AskAddress(shop.Value.AddressFlowId, order), cancellationToken: cancellationToken);
    }

    public async ValueTask OnNfmReplyAsync(NfmReplyMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        string customer = Customer(message.FromUserId, message.From);
        RawJson answer = message.Interactive.NfmReply.ParseResponseJson();
        if (orders.Find(customer) is not { } order || answer["street"u8].GetString() is not { } street)
        {
            await context.Unhandled();
            return;
        }

        order = order with { Address = $"{street}, {answer["city"u8].GetString()}" };
        UploadedMedia receipt = await client.UploadMediaAsync(context.Metadata.PhoneNumberId!, Receipt.Of(order), cancellationToken: cancellationToken);
        await context.ReplyTemplateAsync(shop.Value.ShippedTemplate, shop.Value.Language, ShopMessages.Shipped(context.Contact.Profile.Name, order), cancellationToken: cancellationToken);
        await context.ReplyDocumentAsync(id: receipt.Id, filename: Receipt.FileName, caption: "Your receipt", cancellationToken: cancellationToken);
        orders.Remove(customer);
    }

    public ValueTask OnFailedAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        // The code tells what is wrong; ids and numbers do not belong into logs.
        foreach (WhatsAppError error in status.Errors)
        {
            NotDelivered(logger, error.Code);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What stands for a customer: the id that the business knows them by, or the phone number of those who have none.</summary>
    private static string Customer(string? userId, string? phone) => userId ?? phone ?? throw new InvalidOperationException("The message says nothing about who sent it.");

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A message was not delivered: {Code}.")]
    private static partial void NotDelivered(ILogger logger, long? code);
}
