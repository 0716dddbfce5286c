using System.Text.Json;
using WaGen.AspNetCore.Tests.EmbeddedSignup.Support;
using WaGen.Testing;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup;

public sealed class ResumeTests
{
    [Fact]
    public async Task A_later_failure_keeps_the_token_and_can_be_made_good()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.FailNext(133005, "RegisterPhoneNumber");

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());
        Assert.Equal(OnboardingSteps.RegisterNumber, report.Failure!.Step);
        Assert.Contains("133005", report.Failure.Reason, StringComparison.Ordinal);
        Assert.NotNull(await app.Tokens.FindAsync(SignupApp.Account));
        Assert.Same(report, Assert.Single(app.Record.Failed));
        Assert.Empty(app.Record.Completed);

        OnboardingReport kept = JsonSerializer.Deserialize<OnboardingReport>(JsonSerializer.Serialize(report))!;
        app.Graph.ClearRequests();
        OnboardingReport resumed = await app.Onboarding.ResumeAsync(kept);

        Assert.True(resumed.IsComplete, resumed.Failure?.ToString());
        Assert.Equal(["RegisterPhoneNumber"], app.Calls());
        Assert.True(app.Graph.Requests[0].WasSentWith(SignupApp.CustomerToken));
        Assert.Single(app.Record.Completed);
    }

    [Theory]
    [InlineData("SubscribeApp")]
    [InlineData("ListPhoneNumbers")]
    public async Task A_failure_before_the_number_was_found_does_not_lose_it(string operation)
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.FailNext(2, operation);

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());
        Assert.False(report.IsComplete);
        OnboardingReport resumed = await app.Onboarding.ResumeAsync(report);

        Assert.True(resumed.IsComplete, resumed.Failure?.ToString());
        Assert.Equal(SignupApp.Number, resumed.PhoneNumberId);
        Assert.Contains("RegisterPhoneNumber", app.Calls());
    }

    [Fact]
    public async Task A_token_whose_account_could_not_be_confirmed_for_now_is_kept()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.OnOperation("InspectToken", static _ => SignupApp.TokenInfo(targets: string.Empty));
        app.Graph.FailNext(2, "ListPhoneNumbers");

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());
        Assert.Equal(OnboardingSteps.InspectToken, report.Failure!.Step);
        OnboardingReport resumed = await app.Onboarding.ResumeAsync(report);

        Assert.True(resumed.IsComplete, resumed.Failure?.ToString());
        Assert.Equal((SignupApp.Account, SignupApp.Number), (resumed.TokenKey, resumed.PhoneNumberId));
    }

    [Fact]
    public async Task A_token_that_could_not_be_inspected_is_kept_under_no_account()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.FailNext(2, "InspectToken");

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());
        Assert.Equal(OnboardingSteps.InspectToken, report.Failure!.Step);
        Assert.StartsWith("unverified-", report.TokenKey, StringComparison.Ordinal);
        Assert.Null(await app.Tokens.FindAsync(SignupApp.Account));

        OnboardingReport resumed = await app.Onboarding.ResumeAsync(report);
        Assert.True(resumed.IsComplete, resumed.Failure?.ToString());
        Assert.Equal((SignupApp.Account, SignupApp.Number), (resumed.TokenKey, resumed.PhoneNumberId));
        Assert.Null(await app.Tokens.FindAsync(report.TokenKey!));
    }

    [Fact]
    public async Task A_kept_token_that_turns_out_wrong_is_forgotten()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.FailNext(2, "InspectToken");
        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());

        app.Graph.OnOperation("InspectToken", static _ => SignupApp.TokenInfo(appId: "1"));
        OnboardingReport resumed = await app.Onboarding.ResumeAsync(report);

        Assert.Null(resumed.TokenKey);
        Assert.Null(await app.Tokens.FindAsync(report.TokenKey!));
    }

    [Fact]
    public async Task Steps_and_handlers_of_the_application_count_too()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Record.Step = static _ => OnboardingOutcome.Failed("The credit line is used up.");
        app.Record.OnCompleted = static () => throw new InvalidOperationException("secret of the application");

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());
        Assert.Equal(new OnboardingStepReport(RecordingStep.StepName, OnboardingStepState.Failed, "The credit line is used up."), report.Failure);

        app.Record.Step = context => context.BusinessId == SignupApp.Business && context.Client is not null ? OnboardingOutcome.Done : default;
        report = await app.Onboarding.ResumeAsync(report);
        Assert.Equal(OnboardingSteps.NotifyApplication, report.Failure!.Step);
        Assert.DoesNotContain("secret", report.Failure.Reason, StringComparison.Ordinal);

        app.Record.OnCompleted = null;
        Assert.True((await app.Onboarding.ResumeAsync(report)).IsComplete);
    }

    [Fact]
    public async Task Hosted_sign_up_fetches_the_token_with_the_partners_own()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.FailNext(2, "FetchBusinessToken");

        OnboardingReport report = await app.Onboarding.OnboardHostedAsync(SignupApp.Account, SignupApp.Business);
        Assert.Equal(OnboardingSteps.FetchToken, report.Failure!.Step);

        app.Graph.ClearRequests();
        report = await app.Onboarding.ResumeAsync(report);

        Assert.True(report.IsComplete, report.Failure?.ToString());
        Assert.Equal(["FetchBusinessToken", "InspectToken", "SubscribeApp", "ListPhoneNumbers", "RegisterPhoneNumber"], app.Calls());
        FakeRequest fetch = app.Graph.Requests[0];
        Assert.True(fetch.WasSentWith(SignupApp.SystemToken));
        Assert.True(fetch.HasAppSecretProof);
        Assert.Equal(("true", SignupApp.Business), (fetch.Query["fetch_only"], fetch.PathValues["business-id"]));
        Assert.NotNull(await app.Tokens.FindAsync(SignupApp.Business));
    }

    [Fact]
    public async Task Nothing_that_is_logged_or_reported_is_a_secret()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        app.Graph.FailNext(190, "SubscribeApp");

        OnboardingReport report = await app.Onboarding.OnboardAsync(SignupApp.Code, SignupApp.Finished());

        string texts = JsonSerializer.Serialize(report) + report + string.Concat(app.Logs.Entries.Select(static entry => entry.Text + entry.Exception));
        Assert.All(
            [SignupApp.CustomerToken, SignupApp.SystemToken, SignupApp.Secret, SignupApp.Code, SignupApp.Pin],
            secret => Assert.DoesNotContain(secret, texts, StringComparison.Ordinal));
    }
}
