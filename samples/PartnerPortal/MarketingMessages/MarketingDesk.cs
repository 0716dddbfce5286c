using PartnerPortal.Customers;

namespace PartnerPortal.MarketingMessages;

/// <summary>Brings customers to the Marketing Messages API and sends by it.</summary>
internal sealed class MarketingDesk(WhatsAppClient client, CustomerBook customers)
{
    private const int AskedBefore = 1752041;
    private const int BadParameter = 100;
    private const int NoPermission = 10;
    private const int NoAccess = 200;

    /// <summary>Asks the administrators of a customer to sign the terms.</summary>
    /// <param name="wabaId">The id of an account of the customer.</param>
    /// <param name="solutionId">The id of the solution that the customer belongs to; null without one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether they are asked, or why not.</returns>
    /// <exception cref="WhatsAppApiException">It failed for another reason.</exception>
    public async Task<MarketingInvitation> InviteAsync(string wabaId, string? solutionId = null, CancellationToken cancellationToken = default)
    {
        string business = customers.Get(wabaId).BusinessId ?? throw new InvalidOperationException("The portfolio of the customer is not known.");
        try
        {
            await client.OnboardPartnersToMarketingMessagesAsync(business, solutionId is null ? null : new MarketingOnboardingRequest { SolutionId = solutionId }, cancellationToken);
            return MarketingInvitation.Sent;
        }
        catch (WhatsAppApiException refusal) when (Read(refusal) is { } answer)
        {
            return answer;
        }
    }

    /// <summary>Sends a marketing template.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="to">The phone number of the user.</param>
    /// <param name="name">The name of the template.</param>
    /// <param name="language">The language of the template, such as <c>en_US</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the message.</returns>
    /// <exception cref="InvalidOperationException">The customer has no number, or the platform gave no id.</exception>
    /// <exception cref="WhatsAppApiException">The platform refuses.</exception>
    public async Task<string> SendAsync(string wabaId, string to, string name, string language, CancellationToken cancellationToken = default)
    {
        string number = customers.Get(wabaId).PhoneNumberId ?? throw new InvalidOperationException("The customer has no number.");

        // Without STRICT, an account that is not onboarded would send by the Cloud API, without anything of what was asked for.
        var message = new MarketingMessageRequest
        {
            RecipientType = OutgoingRecipientType.Individual,
            To = to,
            Template = new TemplateContent { Name = name, Language = new TemplateLanguage { Code = language } },
            ProductPolicy = ProductPolicy.Strict,
        };
        SendMessageAnswer answer = await client.SendMarketingMessageAsync(number, message, cancellationToken);
        string id = answer.Messages is [{ Id: { } text }, ..] ? text : throw new InvalidOperationException("The platform gave the message no id.");
        customers.Update(wabaId, customer => customer.WithMessage(id, MessageProgress.Accepted));
        return id;
    }

    private static MarketingInvitation? Read(WhatsAppApiException refusal) => refusal.Code switch
    {
        AskedBefore => MarketingInvitation.AlreadySent,

        // The platform has no code of its own for it.
        BadParameter when refusal.ApiMessage?.Contains("recipient type", StringComparison.OrdinalIgnoreCase) == true => MarketingInvitation.NotEligible,
        NoPermission or NoAccess => MarketingInvitation.NotAllowed,
        _ => null,
    };
}
