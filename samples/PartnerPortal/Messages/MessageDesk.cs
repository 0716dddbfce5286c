using PartnerPortal.Customers;

namespace PartnerPortal.Messages;

/// <summary>Sends messages for customers, with the token of each.</summary>
internal sealed class MessageDesk(WhatsAppClient client, CustomerBook customers)
{
    /// <summary>Sends a template.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="to">The phone number of the user.</param>
    /// <param name="name">The name of the template.</param>
    /// <param name="language">The language of the template, such as <c>en_US</c>.</param>
    /// <param name="components">What is filled in; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the message.</returns>
    /// <exception cref="InvalidOperationException">The customer has no number, or the platform gave no id.</exception>
    /// <exception cref="WhatsAppApiException">The platform refuses.</exception>
    public async Task<string> SendTemplateAsync(
        string wabaId, string to, string name, string language, PayloadList<TemplateComponent>? components = null, CancellationToken cancellationToken = default)
    {
        string number = customers.Get(wabaId).PhoneNumberId ?? throw new InvalidOperationException("The customer has no number.");
        SendMessageAnswer answer = await client.SendMessageAsync(number, OutgoingMessage.Template(to, name, language, components), cancellationToken);
        string id = answer.Messages is [{ Id: { } text }, ..] ? text : throw new InvalidOperationException("The platform gave the message no id.");
        customers.Update(wabaId, customer => customer.WithMessage(id, MessageProgress.Accepted));
        return id;
    }
}
