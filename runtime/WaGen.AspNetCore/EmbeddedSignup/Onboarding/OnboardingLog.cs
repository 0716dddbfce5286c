using Microsoft.Extensions.Logging;

namespace WaGen.AspNetCore;

/// <summary>What onboarding logs: steps and failures, never ids, codes or tokens.</summary>
internal static partial class OnboardingLog
{
    [LoggerMessage(311, LogLevel.Warning, "Onboarding stopped: the step {Step} was not possible")]
    public static partial void StepRefused(this ILogger logger, string step);

    [LoggerMessage(312, LogLevel.Error, "Onboarding stopped: the step {Step} failed")]
    public static partial void StepFailed(this ILogger logger, Exception exception, string step);

    [LoggerMessage(313, LogLevel.Error, "The application's handler of Embedded Signup failed")]
    public static partial void HandlerFailed(this ILogger logger, Exception exception);

    [LoggerMessage(314, LogLevel.Warning, "A request to Embedded Signup was refused: {Reason}")]
    public static partial void SignupRefused(this ILogger logger, string reason);
}
