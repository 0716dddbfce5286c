using System.Globalization;
using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>Shapes of events about accounts, templates and Flows that are easy to read wrongly.</summary>
public sealed class ManagementTests
{
    [Theory]
    [InlineData("number", "10000")]
    [InlineData("tier", "TIER_10K")]
    [InlineData("older-name", null)]
    public void A_messaging_limit_is_a_number_or_the_name_of_a_tier(string body, string? limit) =>
        Assert.Equal(limit, BusinessCapability.Parse(Bodies.Read($"business_capability_update.{body}.json")).MaxDailyConversationsPerBusiness);

    [Theory]
    [InlineData("nested", AccountAlertType.ObaRejected, null)]
    [InlineData("flat-with-numeric-id", null, AccountAlertType.ObaApproved)]
    public void An_alert_is_nested_or_flat(string body, AccountAlertType? nested, AccountAlertType? flat)
    {
        AccountAlert alert = AccountAlert.Parse(Bodies.Read($"account_alerts.{body}.json"));

        Assert.Equal(nested, alert.AlertInfo.AlertType);
        Assert.Equal(flat, alert.AlertType);
        Assert.StartsWith("561029", alert.EntityId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partner-removed", "610293847561029", null, null)]
    [InlineData("partner-removed-disconnected", "610293847561029", AccountDisconnectionReason.ChangeNumber, null)]
    [InlineData("partner-removed-with-number-only", null, null, "15555507890")]
    public void A_removed_partner_comes_in_three_shapes(string body, string? account, AccountDisconnectionReason? reason, string? number)
    {
        AccountUpdate removed = AccountUpdate.Parse(Bodies.Read($"account_update.{body}.json"));

        Assert.Equal(account, removed.WabaInfo.WabaId);
        Assert.Equal(reason, removed.DisconnectionInfo.Reason);
        Assert.Equal(number, removed.PhoneNumber);
    }

    [Fact]
    public void An_expiration_is_read_as_number_and_as_text_and_the_misspelled_restriction_is_known()
    {
        ViewList<AccountRestrictionInfo> restrictions = AccountUpdate.Parse(Bodies.Read("account_update.restriction.json")).RestrictionInfo;

        Assert.Equal(2, restrictions.Count);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1783324800), restrictions[0].Expiration);
        Assert.Equal(restrictions[0].Expiration, restrictions[1].Expiration);
        Assert.Equal(AccountRestrictionType.AddPhoneNumber, restrictions[1].RestrictionType);
    }

    [Fact]
    public void A_restriction_without_restrictions_tells_by_the_violation_what_it_is()
    {
        AccountUpdate lifted = AccountUpdate.Parse(Bodies.Read("account_update.restriction-lifted.json"));

        Assert.Empty(lifted.RestrictionInfo);
        Assert.Equal(AccountViolationType.DirectSendUtilityCategoryAbuseUnban, lifted.ViolationInfo.ViolationType);
    }

    [Theory]
    [InlineData("ad-account-linked")]
    [InlineData("ad-account-linked-other-spelling")]
    public void An_ad_account_is_found_under_both_names(string body) =>
        Assert.Equal("756102938475610", AccountUpdate.Parse(Bodies.Read($"account_update.{body}.json")).WabaInfo.AdAccountLinked);

    [Theory]
    [InlineData("disabled", 1782719000L)]
    [InlineData("disabled-with-date-as-text", 1782719000L)]
    [InlineData("flagged-with-date-in-words", null)]
    public void The_date_of_a_disabled_template_is_a_number_or_its_digits(string body, long? seconds)
    {
        TemplateStatus status = TemplateStatus.Parse(Bodies.Read($"message_template_status_update.{body}.json"));

        Assert.Equal(seconds, status.DisableInfo.DisableDate?.ToUnixTimeSeconds());
        Assert.True(status.DisableInfo.IsPresent);
    }

    [Fact]
    public void The_id_of_a_template_keeps_all_its_digits()
    {
        Assert.Equal("9007199254740993", TemplateStatus.Parse(Bodies.Read("message_template_status_update.approved.json")).MessageTemplateId);
        Assert.Equal("9007199254740993", TemplateStatus.Parse(Bodies.Read("message_template_status_update.approved-with-text-id.json")).MessageTemplateId);
    }

    [Fact]
    public void Rates_keep_their_decimals()
    {
        FlowUpdate rate = FlowUpdate.Parse(Bodies.Read("flows.client-error-rate.json"));

        Assert.Equal(47.586713m, rate.ErrorRate);
        Assert.Equal(["11.586713", "36"], rate.Errors.Select(static e => e.ErrorRate?.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Hours_keep_their_leading_zeros_and_holidays_are_read_under_both_names()
    {
        AccountSettings settings = AccountSettings.Parse(Bodies.Read("account_settings_update.calling-in-upper-case.json"));
        CallHours hours = settings.PhoneNumberSettings.Calling.CallHours;

        Assert.Equal(AccountSettingsType.PhoneNumberSettings, settings.Type);
        Assert.Equal(("0930", "1745"), (hours.WeeklyOperatingHours[0].OpenTime, hours.WeeklyOperatingHours[0].CloseTime));
        Assert.Equal(("0000", "1200"), (hours.HolidaySchedule[0].StartTime, hours.HolidaySchedule[0].EndTime));
    }

    [Theory]
    [InlineData("needs-testing-with-blank", PaymentConfigurationStatus.NeedsTesting)]
    [InlineData("needs-connecting-with-underscore", PaymentConfigurationStatus.NeedsConnecting)]
    public void A_status_is_known_with_blanks_and_with_underscores(string body, PaymentConfigurationStatus status) =>
        Assert.Equal(status, PaymentConfiguration.Parse(Bodies.Read($"payment_configuration_update.{body}.json")).Status);

    [Fact]
    public void Settings_that_changed_within_one_second_are_two_events()
    {
        Assert.NotNull(Identity("ENABLED"));
        Assert.NotEqual(Identity("ENABLED"), Identity("DISABLED"));
        Assert.Equal(Identity("ENABLED"), Identity("ENABLED"));
    }

    private static string? Identity(string status) => AccountSettings.Parse(Encoding.UTF8.GetBytes($$$"""
        {
          "object": "whatsapp_business_account",
          "entry": [{ "id": "1", "changes": [{ "field": "account_settings_update", "value": {
            "type": "phone_number_settings",
            "timestamp": "1782720000",
            "phone_number_settings": { "phone_number_id": "2", "calling": { "status": "{{{status}}}" } }
          } }] }]
        }
        """)).GetContext().Delivery.Identity;
}
