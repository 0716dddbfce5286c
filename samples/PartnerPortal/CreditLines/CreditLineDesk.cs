using Microsoft.Extensions.Options;
using PartnerPortal.Customers;

namespace PartnerPortal.CreditLines;

/// <summary>Lets the provider's credit line pay for customers. All of it needs the system token, which the client takes by itself.</summary>
internal sealed class CreditLineDesk(WhatsAppClient client, CustomerBook customers, IOptions<PortalOptions> portal)
{
    private const string Manage = "MANAGE";
    private const string AllocationFields = "receiving_business,request_status";

    /// <summary>Shares the line with a customer and attaches it to the account. What is shared already is not shared twice.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="currency">The currency of the account, such as <c>EUR</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of what is shared.</returns>
    /// <exception cref="InvalidOperationException">The provider has no line, or the customer is not known well enough.</exception>
    /// <exception cref="WhatsAppApiException">The platform refuses.</exception>
    public async Task<string> ShareAsync(string wabaId, string currency, CancellationToken cancellationToken = default)
    {
        string business = customers.Get(wabaId).BusinessId ?? throw new InvalidOperationException("The portfolio of the customer is not known.");
        string line = await FindLineAsync(cancellationToken);
        string allocation = await FindAllocationAsync(line, business, cancellationToken) ?? await ShareAsync(line, business, wabaId, currency, cancellationToken);
        customers.Update(wabaId, customer => customer with { AllocationId = allocation });
        return allocation;
    }

    /// <summary>Asks whether the line pays for the account: what the account names as its payer must be what was shared.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when it does.</returns>
    public async Task<bool> IsPayingAsync(string wabaId, CancellationToken cancellationToken = default)
    {
        if (customers.Get(wabaId).AllocationId is not { } allocation)
        {
            return false;
        }

        CreditAllocation shared = await client.GetCreditAllocationAsync(allocation, "receiving_credential", cancellationToken);
        AccountInfo account = await client.GetAccountAsync(wabaId, "primary_funding_id", cancellationToken);
        return shared.ReceivingCredential?.Id is { } credential && credential.Equals(account.PrimaryFundingId, StringComparison.Ordinal);
    }

    /// <summary>Takes the line back, for every account of the customer.</summary>
    /// <param name="wabaId">The id of one of the accounts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when the platform says that it is gone.</returns>
    /// <exception cref="InvalidOperationException">Nothing is shared.</exception>
    /// <exception cref="WhatsAppApiException">The platform refuses.</exception>
    public async Task<bool> RevokeAsync(string wabaId, CancellationToken cancellationToken = default)
    {
        string allocation = customers.Get(wabaId).AllocationId ?? throw new InvalidOperationException("Nothing of the line is shared with the customer.");
        await client.RevokeCreditAllocationAsync(allocation, cancellationToken);
        CreditAllocation now = await client.GetCreditAllocationAsync(allocation, AllocationFields, cancellationToken);
        foreach (Customer customer in customers.All.Where(customer => allocation.Equals(customer.AllocationId, StringComparison.Ordinal)))
        {
            customers.Update(customer.WabaId, static customer => customer with { AllocationId = null });
        }

        return now.RequestStatus == CreditRequestState.Deleted;
    }

    private async Task<string> FindLineAsync(CancellationToken cancellationToken)
    {
        await foreach (CreditLine line in client.ListCreditLinesAsync(portal.Value.BusinessId, cancellationToken: cancellationToken))
        {
            if (line.Id is { } id)
            {
                return id;
            }
        }

        throw new InvalidOperationException("The provider has no credit line.");
    }

    private async Task<string?> FindAllocationAsync(string line, string business, CancellationToken cancellationToken)
    {
        CreditAllocationsAnswer answer = await client.FindCreditAllocationAsync(line, business, cancellationToken: cancellationToken);
        return answer.Id ?? (answer.Data is [{ Id: { } id }, ..] ? id : null);
    }

    private async Task<string> ShareAsync(string line, string business, string wabaId, string currency, CancellationToken cancellationToken)
    {
        // The platform wants the system user on the account before it lets it share.
        await client.AssignUserAsync(wabaId, portal.Value.SystemUserId, [Manage], cancellationToken);
        string? allocation;
        try
        {
            allocation = (await client.ShareAndAttachCreditLineAsync(line, wabaId, currency, cancellationToken)).AllocationConfigId;
        }
        catch (WhatsAppOutcomeUnknownException)
        {
            // Nobody knows whether it was shared, and to share again could share twice: look instead.
            allocation = await FindAllocationAsync(line, business, cancellationToken);
        }

        return allocation ?? throw new InvalidOperationException("The line was not shared. Try again.");
    }
}
