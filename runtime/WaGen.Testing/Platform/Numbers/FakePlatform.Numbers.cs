using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What happens to numbers and accounts outside of the API.</summary>
public sealed partial class FakePlatform
{
    /// <summary>Decides about the display name of a number: the new one where another was asked for, else the first one.</summary>
    /// <param name="number">The number.</param>
    /// <param name="rejectionReason">Why it is refused, such as <c>NAME_FORMAT_UNACCEPTABLE</c>; null approves it. An approved new name shows when the number is registered again.</param>
    public void ReviewName(FakeNumber number, string? rejectionReason = null)
    {
        ArgumentNullException.ThrowIfNull(number);
        Act(() =>
        {
            string? asked = number.Text("new_display_name");
            number.Fields[asked is null ? "name_status" : "new_name_status"] = rejectionReason is null ? "APPROVED" : "DECLINED";
            Fire(PlatformEvent.Of(number.Account, "phone_number_name_update", new JsonObject
            {
                ["display_phone_number"] = number.Phone,
                ["decision"] = rejectionReason is null ? "APPROVED" : "REJECTED",
                ["requested_verified_name"] = asked ?? number.Text("verified_name"),
                ["rejection_reason"] = rejectionReason,
            }));
        });
    }

    /// <summary>Changes what users think of a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="rating">GREEN, YELLOW or RED; the last one flags the number.</param>
    public void ChangeQuality(FakeNumber number, string rating)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(rating);
        Act(() =>
        {
            bool wasFlagged = number.Text("quality_rating") is "RED";
            number.Fields["quality_rating"] = rating;
            if (wasFlagged != rating is "RED")
            {
                TellQuality(number, wasFlagged ? "UNFLAGGED" : "FLAGGED", oldLimit: null);
            }
        });
    }

    /// <summary>Changes how many users the portfolio of a number may write to within 24 hours.</summary>
    /// <param name="number">The number.</param>
    /// <param name="limit">The limit, such as <c>TIER_2K</c>.</param>
    public void ChangeMessagingLimit(FakeNumber number, string limit)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(limit);
        Act(() =>
        {
            string? before = number.Text("whatsapp_business_manager_messaging_limit");
            foreach (FakeNode node in (FakeNode[])[number.Account.Business, number.Account, .. All<FakeNumber>(n => n.Account.Business == number.Account.Business)])
            {
                node.Fields["whatsapp_business_manager_messaging_limit"] = limit;
            }

            TellQuality(number, "UPGRADE", before);
        });
    }

    /// <summary>Lets a number send 1,000 messages a second.</summary>
    /// <param name="number">The number.</param>
    public void UpgradeThroughput(FakeNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        Act(() =>
        {
            number.Fields["throughput"] = new JsonObject { ["level"] = "HIGH" };
            TellQuality(number, "THROUGHPUT_UPGRADE", oldLimit: null);
        });
    }

    /// <summary>Deletes a number, as an administrator can.</summary>
    /// <param name="number">The number.</param>
    public void DeleteNumber(FakeNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        Act(() =>
        {
            number.Deleted = true;
            number.Registered = false;
        });
    }

    /// <summary>Ends the policy review of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="decision">APPROVED, REJECTED, PENDING or DEFERRED.</param>
    public void ReviewAccount(FakeAccount account, string decision = "APPROVED")
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(decision);
        Act(() =>
        {
            account.Fields["account_review_status"] = decision;
            Fire(PlatformEvent.Of(account, "account_review_update", new JsonObject { ["decision"] = decision }));
        });
    }

    /// <summary>Tells the apps of an account anything else that happened to it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="field">The name of the webhook field, such as <c>account_alerts</c>.</param>
    /// <param name="value">The value of the field as JSON.</param>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="value"/> is no JSON object.</exception>
    public void Tell(FakeAccount account, string field, [System.Diagnostics.CodeAnalysis.StringSyntax("Json")] string value)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(field);
        JsonObject parsed = JsonNode.Parse(value) as JsonObject ?? throw new System.Text.Json.JsonException("The value must be an object.");
        Act(() => Fire(PlatformEvent.Of(account, field, parsed)));
    }

    private void TellQuality(FakeNumber number, string happened, string? oldLimit)
    {
        var value = new JsonObject
        {
            ["display_phone_number"] = number.Phone,
            ["event"] = happened,
            ["current_limit"] = number.Text("whatsapp_business_manager_messaging_limit"),
        };
        if (oldLimit is not null)
        {
            value["old_limit"] = oldLimit;
        }

        Fire(PlatformEvent.Of(number.Account, "phone_number_quality_update", value));
    }
}
