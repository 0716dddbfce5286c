using PartnerPortal.Customers;

namespace PartnerPortal.Onboarding;

/// <summary>Keeps up with accounts: who comes, who leaves, who signed the terms of the Marketing Messages API.</summary>
internal sealed class AccountEvents(CustomerBook customers, CustomerTokens tokens) : IAccountUpdateHandler
{
    public ValueTask OnPartnerAddedAsync(AccountUpdate accountUpdate, AccountUpdateContext context, CancellationToken cancellationToken)
    {
        AccountWabaInfo account = accountUpdate.WabaInfo;
        string? business = account.OwnerBusinessId;
        string? solution = account.SolutionId;
        return Change(account, context, customer => customer with { IsShared = true, BusinessId = business ?? customer.BusinessId, SolutionId = solution ?? customer.SolutionId });
    }

    public async ValueTask OnPartnerRemovedAsync(AccountUpdate accountUpdate, AccountUpdateContext context, CancellationToken cancellationToken)
    {
        // With a reason, a number was disconnected only; without one, the account is gone.
        if (accountUpdate.DisconnectionInfo.IsPresent || accountUpdate.WabaInfo.WabaId is not { } wabaId)
        {
            await context.Unhandled();
            return;
        }

        await tokens.ForgetAsync(wabaId, cancellationToken);
        customers.Update(wabaId, static customer => customer with { IsShared = false });
    }

    public async ValueTask OnMmLiteTermsSignedAsync(AccountUpdate accountUpdate, AccountUpdateContext context, CancellationToken cancellationToken)
    {
        await Change(accountUpdate.WabaInfo, context, static customer => customer with { HasSignedTerms = true });
        await RenewAsync(accountUpdate.WabaInfo, cancellationToken);
    }

    public async ValueTask OnAdAccountLinkedAsync(AccountUpdate accountUpdate, AccountUpdateContext context, CancellationToken cancellationToken)
    {
        string? adAccount = accountUpdate.WabaInfo.AdAccountLinked;
        await Change(accountUpdate.WabaInfo, context, customer => customer with { AdAccountId = adAccount });
        await RenewAsync(accountUpdate.WabaInfo, cancellationToken);
    }

    private ValueTask Change(AccountWabaInfo account, AccountUpdateContext context, Func<Customer, Customer> change)
    {
        if (account.WabaId is not { } wabaId)
        {
            return context.Unhandled();
        }

        customers.Update(wabaId, change);
        return ValueTask.CompletedTask;
    }

    /// <summary>The assets behind the token have changed, so it is fetched again.</summary>
    private Task RenewAsync(AccountWabaInfo account, CancellationToken cancellationToken) =>
        account is { WabaId: { } wabaId, OwnerBusinessId: { } business } ? tokens.RenewAsync(wabaId, business, cancellationToken) : Task.CompletedTask;
}
