using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What stands in the way of messages. Those that nothing stands in the way of are sent as without a platform.</summary>
internal sealed class SendArea : IPlatformArea
{
    private const int NotRegistered = 133010;
    private const int AccountLocked = 131031;
    private const int Undeliverable = 131026;
    private const int MarketingOff = 131063;
    private const int NotEligible = 134102;

    public void Register(PlatformTable table)
    {
        table.Add(KnownOperations.SendMessage, Check);
        table.Add(KnownOperations.SendMarketingMessage, CheckMarketing);
        table.Add(KnownOperations.SendEncryptedMessage, CheckNumber);
    }

    private static FakeAnswer? CheckNumber(PlatformCall call) => !call.Number.Registered ? call.Error(NotRegistered, "The number is not registered")
        : call.Number.Account.Text("account_review_status") is not "APPROVED" ? call.Error(AccountLocked, "The account was not approved")
        : null;

    private static FakeAnswer? Check(PlatformCall call) => SendAnswers.IsReceipt(call.Request.Json) ? null
        : CheckNumber(call)
        ?? (call.NonEmpty("to") is { } to && BlockArea.IsBlocked(call.Number, PhoneNumbers.Normalize(to)) ? call.Error(Undeliverable, "The business has blocked the user") : null);

    private static FakeAnswer? CheckMarketing(PlatformCall call)
    {
        if (Check(call) is { } refusal)
        {
            return refusal;
        }

        FakeAccount account = call.Number.Account;
        bool isOnboarded = account.Text("marketing_messages_onboarding_status") is "ONBOARDED";
        bool hasFallback = call.Text("product_policy") is not "STRICT";
        bool isOff = account.Fields["disable_marketing_messages_on_cloud_api"] is JsonValue value && value.TryGetValue(out bool off) && off;
        return isOnboarded ? null
            : !hasFallback ? call.Error(NotEligible, "The account was not onboarded to Marketing Messages", status: 500)
            : isOff ? call.Error(MarketingOff, "Marketing templates are switched off for the Cloud API", status: 400)
            : null;
    }
}
