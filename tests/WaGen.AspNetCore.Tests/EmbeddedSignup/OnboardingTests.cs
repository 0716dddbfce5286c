using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using WaGen.AspNetCore.Tests.EmbeddedSignup.Support;
using WaGen.Testing;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup;

public sealed class OnboardingTests
{
    [Fact]
    public async Task A_customer_with_a_number_is_onboarded_step_by_step()
    {
        var queries = new ConcurrentQueue<string>();
        await using SignupApp app = await SignupApp.StartAsync(
            build: builder => builder.Services.AddWhatsAppClient(static _ => { }).Http.AddHttpMessageHandler(() => new QueryRecorder(queries)));

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());

        Assert.True(report.IsComplete, report.Failure?.ToString());
        Assert.Equal(["ExchangeCode", "InspectToken", "SubscribeApp", "ListPhoneNumbers", "RegisterPhoneNumber"], app.Calls());
        Assert.Equal((SignupApp.Account, SignupApp.Business, SignupApp.Number, SignupApp.Account), (report.WabaId, report.BusinessId, report.PhoneNumberId, report.TokenKey));
        Assert.Equal(
            "exchange-code Done, inspect-token Done, store-token Done, subscribe-app Done, find-number Done, share-credit-line Skipped, register-number Done, " +
            "synchronize-contacts Skipped, synchronize-history Skipped, notify-application Done",
            Describe(report));
        Assert.Equal($"?client_id={SignupApp.AppId}&client_secret={SignupApp.Secret}&code={SignupApp.Code}", queries.First());
        Assert.True(app.Graph.Requests[1].WasSentWith(SignupApp.SystemToken) || app.Graph.Requests[1].WasSentWith($"{SignupApp.AppId}|{SignupApp.Secret}"));
        Assert.All(app.Graph.Requests.Skip(2), static request => Assert.True(request.WasSentWith(SignupApp.CustomerToken)));
        Assert.Equal(SignupApp.Pin, app.Graph.Requests[4].Json["pin"u8].GetString());
    }

    [Fact]
    public async Task The_token_is_kept_with_what_belongs_to_it()
    {
        await using SignupApp app = await SignupApp.StartAsync();

        await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());

        foreach (string id in new[] { SignupApp.Account, SignupApp.Business, SignupApp.Number, "106540352242000" })
        {
            StoredToken? token = await app.Tokens.FindAsync(id);
            Assert.NotNull(token);
            Assert.Equal((SignupApp.CustomerToken, AccessTokenKind.Business), (token.Token.Reveal(), token.Token.Kind));
            Assert.Equal((null, DateTimeOffset.FromUnixTimeSeconds(1764547200)), (token.ExpiresAt, token.IssuedAt));
            Assert.Equal(["whatsapp_business_management", "business_management"], token.Scopes);
        }

        (OnboardingContext context, OnboardingReport report) = Assert.Single(app.Record.Completed);
        Assert.Equal((SignupApp.Account, SignupApp.Number), (context.WabaId, context.PhoneNumberId));
        Assert.Equal(9, report.Steps.Count);
    }

    [Fact]
    public async Task Coexistence_is_synchronized_and_never_registered()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.OnOperation("ListPhoneNumbers", static _ => SignupApp.Numbers(isOnBusinessApp: true));

        OnboardingReport report = await app.Onboarding.OnboardAsync(
            SignupApp.Code, SignupApp.Finished("FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING", $$"""{"waba_id":"{{SignupApp.Account}}"}"""));

        Assert.True(report.IsComplete, report.Failure?.ToString());
        Assert.Equal(SignupApp.Number, report.PhoneNumberId);
        Assert.Equal(["ExchangeCode", "InspectToken", "SubscribeApp", "ListPhoneNumbers", "SynchronizeAppData", "SynchronizeAppData"], app.Calls());
        Assert.Equal(["smb_app_state_sync", "history"], app.Graph.Requests.Skip(4).Select(static request => request.Json["sync_type"u8].GetString()));
    }

    [Fact]
    public async Task What_was_synchronized_before_counts_as_done()
    {
        await using SignupApp app = await SignupApp.StartAsync(static options => options.SynchronizeContacts = false);
        app.Graph.OnOperation("ListPhoneNumbers", static _ => SignupApp.Numbers(isOnBusinessApp: true));
        app.Graph.OnOperation("SynchronizeAppData", static _ => FakeAnswer.Error(2593107));

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished("FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING"));

        Assert.True(report.IsComplete, report.Failure?.ToString());
        Assert.Single(app.Calls(), "SynchronizeAppData");
        Assert.Contains("before", report.Steps[^2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_browser_claims_of_the_business_app_counts_for_nothing_when_the_platform_denies_it()
    {
        await using SignupApp app = await SignupApp.StartAsync();

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished("FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING"));

        Assert.True(report.IsComplete, report.Failure?.ToString());
        Assert.Equal(EmbeddedSignupFinish.Unknown, report.Kind);
        Assert.Contains("RegisterPhoneNumber", app.Calls());
        Assert.DoesNotContain("SynchronizeAppData", app.Calls());
    }

    [Fact]
    public async Task Without_a_number_nothing_is_registered()
    {
        await using SignupApp app = await SignupApp.StartAsync();

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished("FINISH_ONLY_WABA", $$"""{"waba_id":"{{SignupApp.Account}}"}"""));

        Assert.True(report.IsComplete, report.Failure?.ToString());
        Assert.Null(report.PhoneNumberId);
        Assert.DoesNotContain("RegisterPhoneNumber", app.Calls());
    }

    [Fact]
    public async Task When_the_browser_told_nothing_the_newest_account_is_meant()
    {
        await using SignupApp app = await SignupApp.StartAsync();

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code);

        Assert.True(report.IsComplete, report.Failure?.ToString());
        Assert.Equal((SignupApp.Account, null, SignupApp.Number), (report.WabaId, report.BusinessId, report.PhoneNumberId));
    }

    [Fact]
    public async Task Further_accounts_are_kept_and_subscribed_when_the_token_reaches_them()
    {
        await using SignupApp app = await SignupApp.StartAsync(static options =>
            options.ChooseCallback = static (_, wabaId, _) => new(new EmbeddedSignupCallback(new Uri("https://example.com/hooks/" + wabaId), "verify")));

        OnboardingReport report = await app.Onboarding.OnboardAsync(
            SignupApp.Code, SignupApp.Finished(data: $$"""{"waba_id":"{{SignupApp.Account}}","waba_ids":["{{SignupApp.Account}}","102290129340397","666"]}"""));

        Assert.Equal(["102290129340397"], report.FurtherWabaIds);
        Assert.NotNull(await app.Tokens.FindAsync("102290129340397"));
        Assert.Null(await app.Tokens.FindAsync("666"));
        Assert.Equal(
            ["https://example.com/hooks/102290129340397", "https://example.com/hooks/" + SignupApp.Account],
            app.Graph.Requests.Where(static request => request.Operation == "SubscribeApp").Select(static request => request.Json["override_callback_uri"u8].GetString()));
    }

    [Theory]
    [InlineData("false", SignupApp.AppId, SignupApp.Account, "does not work")]
    [InlineData("true", "1", SignupApp.Account, "another app")]
    [InlineData("true", SignupApp.AppId, "666", "does not reach the account")]
    public async Task What_the_platform_does_not_confirm_is_refused(string isValid, string appId, string claimed, string reason)
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.OnOperation("InspectToken", _ => SignupApp.TokenInfo(appId, isValid));

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished(data: $$"""{"waba_id":"{{claimed}}"}"""));

        Assert.Equal(OnboardingSteps.InspectToken, report.Failure!.Step);
        Assert.Contains(reason, report.Failure.Reason, StringComparison.Ordinal);
        Assert.Null(report.TokenKey);
        Assert.Empty(await ListAsync(app.Tokens));
        Assert.Equal(["ExchangeCode", "InspectToken"], app.Calls());
        Assert.Single(app.Record.Failed);
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Onboarding.ResumeAsync(report));
    }

    [Fact]
    public async Task A_token_without_limits_is_tried_at_the_account_itself()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.OnOperation("InspectToken", static _ => SignupApp.TokenInfo(targets: string.Empty));

        Assert.True((await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished())).IsComplete);

        app.Graph.OnOperation("ListPhoneNumbers", static _ => FakeAnswer.Error(100, subcode: 33));
        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());
        Assert.Contains("does not reach", report.Failure!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portfolio_that_only_the_browser_names_gets_no_token()
    {
        await using SignupApp app = await SignupApp.StartAsync();

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished(data: $$"""{"waba_id":"{{SignupApp.Account}}","business_id":"666"}"""));

        Assert.Null(report.BusinessId);
        Assert.Null(await app.Tokens.FindAsync("666"));
    }

    [Fact]
    public async Task A_number_of_somebody_else_is_not_touched()
    {
        await using SignupApp app = await SignupApp.StartAsync();

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished(data: $$"""{"waba_id":"{{SignupApp.Account}}","phone_number_id":"666"}"""));

        Assert.Equal(OnboardingSteps.FindNumber, report.Failure!.Step);
        Assert.DoesNotContain("RegisterPhoneNumber", app.Calls());
    }

    [Theory]
    [InlineData(36007, "expired")]
    [InlineData(36009, "used before")]
    public async Task A_code_that_is_not_good_any_more_is_told(int subcode, string reason)
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.OnOperation("ExchangeCode", _ => FakeAnswer.Error(100, subcode: subcode));

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());

        Assert.Contains(reason, report.Failure!.Reason, StringComparison.Ordinal);
        Assert.All(report.Steps.Skip(1), static step => Assert.Equal(OnboardingStepState.NotRun, step.State));
    }

    private static string Describe(OnboardingReport report) => string.Join(", ", report.Steps.Select(static step => $"{step.Step} {step.State}"));

    private static async Task<List<StoredToken>> ListAsync(ITokenStore store)
    {
        var tokens = new List<StoredToken>();
        await foreach (StoredToken token in store.ListAsync())
        {
            tokens.Add(token);
        }

        return tokens;
    }
}
