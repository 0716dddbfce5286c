using Microsoft.Extensions.DependencyInjection;
using WaGen.WhatsApp;

namespace WaGen.AspNetCore;

/// <summary>The steps themselves.</summary>
internal sealed class BuiltInSteps(OnboardingCalls calls, ITokenStore store, EmbeddedSignupOptions options)
{
    private const string UnverifiedPrefix = "unverified-";
    private const int PinDigits = 6;

    /// <summary>Continues with a token that a former run kept.</summary>
    public void Prepare(OnboardingState state)
    {
        if (state.Token is { } token)
        {
            state.Customer = calls.With(token);
            state.IsCoexistence = IsCoexistence(state.Report.Kind);
            state.IsNumberChecked = state.Former(OnboardingSteps.FindNumber) is not null;
        }
    }

    public IEnumerable<(string Name, OnboardingStepFunction Run)> All(OnboardingState state, IServiceProvider services)
    {
        yield return state.Report.IsHosted ? (OnboardingSteps.FetchToken, FetchAsync) : (OnboardingSteps.ExchangeCode, ExchangeAsync);
        yield return (OnboardingSteps.InspectToken, InspectAsync);
        yield return (OnboardingSteps.StoreToken, StoreAsync);
        yield return (OnboardingSteps.SubscribeApp, SubscribeAsync);
        yield return (OnboardingSteps.FindNumber, FindNumberAsync);
        foreach (IOnboardingStep step in services.GetServices<IOnboardingStep>())
        {
            yield return (step.Name, (current, cancellationToken) => step.RunAsync(current.ToContext(), cancellationToken));
        }

        yield return (OnboardingSteps.RegisterNumber, RegisterAsync);
        yield return (OnboardingSteps.SynchronizeContacts, (current, cancellationToken) =>
            SynchronizeAsync(current, options.SynchronizeContacts, SynchronizationKind.Contacts, cancellationToken));
        yield return (OnboardingSteps.SynchronizeHistory, (current, cancellationToken) =>
            SynchronizeAsync(current, options.SynchronizeHistory, SynchronizationKind.History, cancellationToken));
        yield return (OnboardingSteps.NotifyApplication, (current, cancellationToken) => NotifyAsync(current, services, cancellationToken));
    }

    private static bool IsCoexistence(EmbeddedSignupFinish kind) => kind == EmbeddedSignupFinish.BusinessApp;

    private async ValueTask<OnboardingOutcome> ExchangeAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        state.Token = await calls.ExchangeAsync(state.Code!, cancellationToken).ConfigureAwait(false);
        return OnboardingOutcome.Done;
    }

    private async ValueTask<OnboardingOutcome> FetchAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        state.Token = await calls.FetchAsync(state.Report.BusinessId!, cancellationToken).ConfigureAwait(false);
        return OnboardingOutcome.Done;
    }

    private async ValueTask<OnboardingOutcome> InspectAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        TokenInfo? info;
        try
        {
            info = await calls.InspectAsync(state.Token!, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The code is spent and the token cannot be had again, so it is kept, but under no account: nobody has confirmed any.
            await KeepUnverifiedAsync(state).ConfigureAwait(false);
            throw;
        }

        try
        {
            await AcceptAsync(state, TokenInspection.Of(info, calls.AppId), cancellationToken).ConfigureAwait(false);
        }
        catch (OnboardingRefusedException) when (state.Report.TokenKey is not null)
        {
            await store.RemoveAsync(state.Report.TokenKey!, CancellationToken.None).ConfigureAwait(false);
            state.Update(static report => report with { TokenKey = null });
            throw;
        }
        catch (Exception exception) when (exception is not OnboardingRefusedException)
        {
            // Nobody has refused the token, so it must not be lost.
            await KeepUnverifiedAsync(state).ConfigureAwait(false);
            throw;
        }

        return OnboardingOutcome.Done;
    }

    private async ValueTask AcceptAsync(OnboardingState state, TokenInspection inspection, CancellationToken cancellationToken)
    {
        state.Customer = calls.With(state.Token!);
        string wabaId = await ConfirmAccountAsync(state, inspection, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> accounts = inspection.Accounts ?? [];
        string? businessId = state.Report.IsHosted ? state.Report.BusinessId
            : state.Session?.BusinessId is { } claimed && inspection.ConfirmsBusiness(claimed) ? claimed
            : null;
        state.Stored = new StoredToken
        {
            Token = state.Token!,
            WabaId = wabaId,
            BusinessId = businessId,
            Scopes = inspection.Scopes,
            IssuedAt = inspection.IssuedAt,
            ExpiresAt = inspection.ExpiresAt,
        };
        state.IsCoexistence = IsCoexistence(state.Report.Kind);
        state.Update(report => report with
        {
            WabaId = wabaId,
            BusinessId = businessId,
            PhoneNumberId = state.Session?.PhoneNumberId ?? report.PhoneNumberId,
            FurtherWabaIds = [.. (state.Session?.WabaIds ?? report.FurtherWabaIds).Where(id => id != wabaId && accounts.Contains(id, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)],
        });
    }

    private static async ValueTask<string> ConfirmAccountAsync(OnboardingState state, TokenInspection inspection, CancellationToken cancellationToken)
    {
        string? claimed = state.Report.WabaId ?? state.Session?.WabaId;
        if (inspection.Accounts is { } accounts)
        {
            string? account = claimed ?? (accounts.Count > 0 ? accounts[0] : null);
            return account is not null && accounts.Contains(account, StringComparer.Ordinal)
                ? account
                : throw new OnboardingRefusedException("The token does not reach the account that was named.");
        }

        if (claimed is null)
        {
            throw new OnboardingRefusedException("Neither the browser nor the token tells which account was shared.");
        }

        // A token that is not limited to accounts names none, so only the account itself can tell whether the token reaches it.
        try
        {
            await OnboardingCalls.ListNumbersAsync(state.Customer!, claimed, cancellationToken).ConfigureAwait(false);
        }
        catch (WhatsAppApiException exception) when (exception is { Code: not null, ErrorClass: not (ApiErrorClass.RetryNow or ApiErrorClass.RetryLater) })
        {
            throw new OnboardingRefusedException("The token does not reach the account that was named.");
        }

        return claimed;
    }

    private async ValueTask KeepUnverifiedAsync(OnboardingState state)
    {
        string key = state.Report.TokenKey ?? UnverifiedPrefix + Guid.NewGuid().ToString("N");
        await store.SaveAsync(new StoredToken { Token = state.Token!, WabaId = key }, CancellationToken.None).ConfigureAwait(false);

        // What the browser claimed is remembered as well, to be confirmed later.
        state.Update(report => report with
        {
            TokenKey = key,
            WabaId = report.WabaId ?? state.Session?.WabaId,
            PhoneNumberId = state.Session?.PhoneNumberId ?? report.PhoneNumberId,
            FurtherWabaIds = state.Session?.WabaIds ?? report.FurtherWabaIds,
        });
    }

    private async ValueTask<OnboardingOutcome> StoreAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        // An application that stops now finishes this step all the same, because the token cannot be had again.
        StoredToken token = state.Stored!;
        foreach (string further in state.Report.FurtherWabaIds)
        {
            await store.SaveAsync(token with { WabaId = further }, CancellationToken.None).ConfigureAwait(false);
        }

        // Last, so that the portfolio's id finds the token of the account that was chosen in the flow.
        await store.SaveAsync(token, CancellationToken.None).ConfigureAwait(false);
        if (state.Report.TokenKey is { } former && former != token.WabaId)
        {
            await store.RemoveAsync(former, CancellationToken.None).ConfigureAwait(false);
        }

        state.Update(report => report with { TokenKey = token.WabaId });
        return OnboardingOutcome.Done;
    }

    private async ValueTask<OnboardingOutcome> SubscribeAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        OnboardingContext context = state.ToContext();
        foreach (string wabaId in state.Report.FurtherWabaIds.Append(state.Report.WabaId!))
        {
            EmbeddedSignupCallback? callback = options.ChooseCallback is { } choose ? await choose(context, wabaId, cancellationToken).ConfigureAwait(false) : null;
            await OnboardingCalls.SubscribeAsync(state.Customer!, wabaId, callback, cancellationToken).ConfigureAwait(false);
        }

        return OnboardingOutcome.Done;
    }

    private async ValueTask<OnboardingOutcome> FindNumberAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        List<PhoneNumberInfo> numbers = await OnboardingCalls.ListNumbersAsync(state.Customer!, state.Report.WabaId!, cancellationToken).ConfigureAwait(false);
        PhoneNumberInfo? number = Choose(numbers, state);
        state.IsCoexistence = number?.IsOnBizApp ?? state.IsCoexistence;
        await KeepNumbersAsync(state.Report.WabaId!, numbers).ConfigureAwait(false);
        state.IsNumberChecked = true;
        state.Update(report => report with
        {
            PhoneNumberId = number?.Id,
            Kind = state.IsCoexistence ? EmbeddedSignupFinish.BusinessApp
                : IsCoexistence(report.Kind) ? EmbeddedSignupFinish.Unknown
                : report.Kind,
        });
        return number is null ? OnboardingOutcome.Skipped("The flow named no phone number.") : OnboardingOutcome.Done;
    }

    /// <summary>Notes the numbers of the account at the token that is kept now: another run may have put a newer one there, or have taken it away.</summary>
    private async ValueTask KeepNumbersAsync(string wabaId, List<PhoneNumberInfo> numbers)
    {
        if (await store.FindAsync(wabaId, CancellationToken.None).ConfigureAwait(false) is { } kept && kept.WabaId == wabaId)
        {
            await store.SaveAsync(kept with { PhoneNumberIds = [.. numbers.Select(static number => number.Id).OfType<string>()] }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static PhoneNumberInfo? Choose(List<PhoneNumberInfo> numbers, OnboardingState state)
    {
        if ((state.Session?.PhoneNumberId ?? state.Report.PhoneNumberId) is { } claimed)
        {
            return numbers.Find(number => number.Id == claimed)
                ?? throw new OnboardingRefusedException("The phone number that was named does not belong to the account.");
        }

        // Where the flow tells a number when there is one, an old number of the account is none of its business.
        return state.Report.Kind switch
        {
            EmbeddedSignupFinish.BusinessApp => numbers.Find(static number => number.IsOnBizApp == true) ?? Newest(numbers),
            EmbeddedSignupFinish.Unknown => Newest(numbers),
            _ => null,
        };
    }

    private static PhoneNumberInfo? Newest(List<PhoneNumberInfo> numbers) => numbers.Count > 0 ? numbers[0] : null;

    private async ValueTask<OnboardingOutcome> RegisterAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        if (state.IsCoexistence)
        {
            return OnboardingOutcome.Skipped("The number stays in the WhatsApp Business app, so it is registered already.");
        }

        if (state.Report.Kind == EmbeddedSignupFinish.OnBehalfMigration)
        {
            return OnboardingOutcome.Skipped("The number was registered before the account went over to the customer.");
        }

        if (state.Report.PhoneNumberId is not { } numberId)
        {
            return OnboardingOutcome.Skipped("There is no phone number to register yet.");
        }

        string? pin = options.ChoosePin is { } choose ? await choose(state.ToContext(), cancellationToken).ConfigureAwait(false) : null;
        if (pin is null)
        {
            return OnboardingOutcome.Skipped("No PIN was chosen, so the number has to be registered later.");
        }

        if (pin.Length != PinDigits || !pin.All(char.IsAsciiDigit))
        {
            throw new OnboardingRefusedException("The PIN that was chosen is not six digits.");
        }

        await OnboardingCalls.RegisterAsync(state.Customer!, numberId, pin, cancellationToken).ConfigureAwait(false);
        return OnboardingOutcome.Done;
    }

    private static async ValueTask<OnboardingOutcome> SynchronizeAsync(OnboardingState state, bool isWanted, SynchronizationKind kind, CancellationToken cancellationToken)
    {
        if (!state.IsCoexistence || state.Report.PhoneNumberId is not { } numberId)
        {
            return OnboardingOutcome.Skipped("Only numbers of the WhatsApp Business app have something to synchronize.");
        }

        if (!isWanted)
        {
            return OnboardingOutcome.Skipped("The application does not want it.");
        }

        return await OnboardingCalls.SynchronizeAsync(state.Customer!, numberId, kind, cancellationToken).ConfigureAwait(false)
            ? OnboardingOutcome.Done
            : OnboardingOutcome.DoneWith("It had been asked for before.");
    }

    private static async ValueTask<OnboardingOutcome> NotifyAsync(OnboardingState state, IServiceProvider services, CancellationToken cancellationToken)
    {
        OnboardingContext context = state.ToContext();
        foreach (IEmbeddedSignupHandler handler in services.GetServices<IEmbeddedSignupHandler>())
        {
            await handler.OnCompletedAsync(context, state.Report, cancellationToken).ConfigureAwait(false);
        }

        return OnboardingOutcome.Done;
    }
}
