namespace WaGen.AspNetCore;

/// <summary>The texts of the page.</summary>
internal static class SignupTexts
{
    public static Dictionary<string, string> English() => new(StringComparer.Ordinal)
    {
        ["title"] = "Connect WhatsApp",
        ["introduction"] = "Connect your WhatsApp Business account. A window of Meta opens, in which you sign in and choose account and number.",
        ["button"] = "Continue with Facebook",
        ["noscript"] = "This page needs JavaScript, because the window of Meta does.",
        ["loading"] = "Loading…",
        ["blocked"] = "The script of Meta could not be loaded. Does an extension of your browser block it?",
        ["waiting"] = "Waiting for the window of Meta…",
        ["working"] = "Connecting…",
        ["completed"] = "Your account is connected.",
        ["failed"] = "Your account could not be connected completely.",
        ["cancelled"] = "You left the window before the end. You can try again.",
        ["unavailable"] = "The server did not accept the request. Reload the page and try again.",
        ["step-done"] = "done",
        ["step-skipped"] = "nothing to do",
        ["step-not-run"] = "not begun",
        ["step-failed"] = "failed",
        [OnboardingSteps.ExchangeCode] = "Permission received",
        [OnboardingSteps.FetchToken] = "Permission received",
        [OnboardingSteps.InspectToken] = "Permission checked",
        [OnboardingSteps.StoreToken] = "Permission kept",
        [OnboardingSteps.SubscribeApp] = "Notifications switched on",
        [OnboardingSteps.FindNumber] = "Phone number found",
        [OnboardingSteps.RegisterNumber] = "Phone number registered",
        [OnboardingSteps.SynchronizeContacts] = "Contacts asked for",
        [OnboardingSteps.SynchronizeHistory] = "History asked for",
        [OnboardingSteps.NotifyApplication] = "Account taken over",
    };

    /// <summary>How a state is called in the page.</summary>
    public static string NameOf(OnboardingStepState state) => state switch
    {
        OnboardingStepState.Done => "done",
        OnboardingStepState.Skipped => "skipped",
        OnboardingStepState.Failed => "failed",
        _ => "not-run",
    };
}
