using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WaGen.AspNetCore;

/// <summary>Runs the steps in their order and reports each.</summary>
internal sealed class OnboardingEngine(
    IServiceScopeFactory scopes, Func<OnboardingCalls> calls, ITokenStore store, EmbeddedSignupOptions options, ILogger<WhatsAppOnboarding> logger)
{
    public async Task<OnboardingReport> ResumeAsync(OnboardingReport report, CancellationToken cancellationToken)
    {
        StoredToken? stored = report.TokenKey is { } key ? await store.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;
        if (stored is null && !report.IsHosted)
        {
            throw new InvalidOperationException("No token of this customer is kept. A code works once, so the customer has to sign up again.");
        }

        OnboardingReport former = stored is not null ? report : report with { TokenKey = null, Steps = [] };
        var state = new OnboardingState(former) { Stored = stored, Token = stored?.Token };
        return await RunAsync(state, cancellationToken).ConfigureAwait(false);
    }

    public async Task<OnboardingReport> RunAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var steps = new BuiltInSteps(calls(), store, options);
            steps.Prepare(state);
            foreach ((string name, OnboardingStepFunction run) in steps.All(state, scope.ServiceProvider))
            {
                state.Add(state.Former(name) ?? await RunStepAsync(name, run, state, cancellationToken).ConfigureAwait(false));
            }

            if (state.HasFailed)
            {
                // Also when the application stops: only the report tells how to go on.
                await NotifyOfFailureAsync(state, scope.ServiceProvider).ConfigureAwait(false);
            }
        }

        return state.Report;
    }

    private async ValueTask<OnboardingStepReport> RunStepAsync(string name, OnboardingStepFunction run, OnboardingState state, CancellationToken cancellationToken)
    {
        if (state.HasFailed)
        {
            return new OnboardingStepReport(name, OnboardingStepState.NotRun);
        }

        try
        {
            OnboardingOutcome outcome = await run(state, cancellationToken).ConfigureAwait(false);
            if (outcome.State == OnboardingStepState.Failed)
            {
                logger.StepRefused(name);
            }

            // An outcome that was never set counts as done: nothing is said against it.
            return new OnboardingStepReport(name, outcome.State == OnboardingStepState.NotRun ? OnboardingStepState.Done : outcome.State, outcome.Reason);
        }
#pragma warning disable CA1031 // Whatever a step throws, what was reached before must be reported.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.StepFailed(exception, name);
            return new OnboardingStepReport(name, OnboardingStepState.Failed, OnboardingReasons.Of(exception, cancellationToken));
        }
    }

    private async ValueTask NotifyOfFailureAsync(OnboardingState state, IServiceProvider services)
    {
        foreach (IEmbeddedSignupHandler handler in services.GetServices<IEmbeddedSignupHandler>())
        {
            try
            {
                await handler.OnFailedAsync(state.Report, state.User, CancellationToken.None).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The report must reach its caller even when the application cannot take it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                logger.HandlerFailed(exception);
            }
        }
    }
}
