using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>How credit lines are shared with customers, attached to their accounts, and taken back.</summary>
internal sealed class CreditArea(FakePlatform platform) : IPlatformArea
{
    private const string Payer = "primary_funding_id";
    private const int NoAccess = 200;
    private static readonly string[] Currencies = ["AUD", "EUR", "GBP", "IDR", "INR", "USD"];

    public void Register(PlatformTable table)
    {
        table.Add("ListCreditLines", call => call.Page(platform.All<FakeCreditLine>(l => l.Business == call.Business)));
        table.Add("ShareAndAttachCreditLine", ShareAndAttach);
        table.Add("ShareCreditLine", Share);
        table.Add("AttachCreditLine", Attach);
        table.Add("FindCreditAllocation", Find);
        table.Add("GetCreditAllocation", static call => call.AnswerNode());
        table.Add("RevokeCreditAllocation", Revoke);
    }

    private FakeAnswer ShareAndAttach(PlatformCall call)
    {
        if (Check(call, out FakeAccount account) is { } refusal)
        {
            return refusal;
        }

        if (!account.Users.ContainsKey(call.Token.User.Id))
        {
            return call.Error(NoAccess, "The system user must be assigned to the account before", message: "Permissions error");
        }

        FakeAllocation allocation = Allocate(call.Node<FakeCreditLine>(), account.Business);
        return AttachTo(call, account, allocation)
            ?? call.Answer(new JsonObject { ["allocation_config_id"] = allocation.Id, ["waba_id"] = account.Id });
    }

    private FakeAnswer Share(PlatformCall call)
    {
        if (platform.FindNode(call.Text("receiving_business_id") ?? string.Empty) is not FakeBusiness customer || !customer.IsOpenTo(call.Token) || customer == call.Token.Business)
        {
            return call.Bad("'receiving_business_id' names no customer of yours");
        }

        return call.Answer(new JsonObject { ["success"] = true, ["allocation_config_id"] = Allocate(call.Node<FakeCreditLine>(), customer).Id });
    }

    private FakeAnswer Attach(PlatformCall call)
    {
        if (Check(call, out FakeAccount account) is { } refusal)
        {
            return refusal;
        }

        if (FindActive(call.Node<FakeCreditLine>(), account.Business) is not { } allocation)
        {
            return call.Bad("The line is not shared with the owner of the account");
        }

        return AttachTo(call, account, allocation)
            ?? call.Answer(new JsonObject { ["success"] = true, ["waba_id"] = account.Id, ["allocation_config_id"] = allocation.Id });
    }

    private FakeAnswer Find(PlatformCall call)
    {
        FakeCreditLine line = call.Node<FakeCreditLine>();
        string? customer = call.NonEmpty("receiving_business_id");
        return call.Page(platform.All<FakeAllocation>(a => a.Line == line && !a.Revoked && (customer is null || a.Customer.Id.Equals(customer, StringComparison.Ordinal))));
    }

    private FakeAnswer Revoke(PlatformCall call)
    {
        FakeAllocation allocation = call.Node<FakeAllocation>();
        if (allocation.Revoked)
        {
            return call.Bad("The allocation was revoked before");
        }

        allocation.Revoked = true;
        foreach (FakeAccount account in platform.All<FakeAccount>(a => allocation.CredentialId.Equals(a.Text(Payer), StringComparison.Ordinal)))
        {
            account.Fields.Remove(Payer);
        }

        return call.Success();
    }

    private FakeAnswer? Check(PlatformCall call, out FakeAccount account)
    {
        account = null!;
        if (platform.FindNode(call.Text("waba_id") ?? string.Empty) is not FakeAccount found || !found.IsOpenTo(call.Token))
        {
            return call.Bad("'waba_id' names no account that you may use");
        }

        account = found;
        return Currencies.Contains(call.Text("waba_currency"), StringComparer.Ordinal) ? null : call.Bad($"'waba_currency' must be one of {string.Join(", ", Currencies)}");
    }

    /// <summary>The line that an account has stays: it cannot be changed, only be revoked.</summary>
    private static FakeAnswer? AttachTo(PlatformCall call, FakeAccount account, FakeAllocation allocation)
    {
        if (account.Text(Payer) is { } payer && !payer.Equals(allocation.CredentialId, StringComparison.Ordinal))
        {
            return call.Bad("Another line pays for the account already");
        }

        account.Fields[Payer] = allocation.CredentialId;
        account.Fields["currency"] = call.Text("waba_currency");
        return null;
    }

    private FakeAllocation Allocate(FakeCreditLine line, FakeBusiness customer) =>
        FindActive(line, customer) ?? platform.Add(new FakeAllocation(platform, FakePlatform.NewId(), line, customer));

    private FakeAllocation? FindActive(FakeCreditLine line, FakeBusiness customer) => platform.First<FakeAllocation>(a => a.Line == line && a.Customer == customer && !a.Revoked);
}
