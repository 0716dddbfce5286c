using System.Globalization;

namespace WaGen.AspNetCore;

/// <summary>Says why a step failed, in words that a customer may read.</summary>
internal static class OnboardingReasons
{
    private const int InvalidParameter = 100;
    private const int CodeExpired = 36007;
    private const int CodeUsed = 36009;

    public static string Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OnboardingRefusedException => exception.Message,
        WhatsAppApiException { Code: InvalidParameter, Subcode: CodeExpired } => "The code has expired; it lives for 30 seconds. Sign up again.",
        WhatsAppApiException { Code: InvalidParameter, Subcode: CodeUsed } => "The code was used before. Sign up again.",
        WhatsAppOutcomeUnknownException => "The platform did not answer, so nobody knows whether the request took effect.",
        WhatsAppApiException { Code: { } code } api => string.Create(CultureInfo.InvariantCulture, $"The platform refused it with error {code}{SubcodeOf(api)}{TitleOf(api)}."),
        WhatsAppApiException => "The platform could not be reached.",
        OperationCanceledException when cancellationToken.IsCancellationRequested => "The application was stopped.",
        _ => "It failed in the application, whose log says why.",
    };

    private static string SubcodeOf(WhatsAppApiException exception) =>
        exception.Subcode is { } subcode ? string.Create(CultureInfo.InvariantCulture, $"/{subcode}") : string.Empty;

    private static string TitleOf(WhatsAppApiException exception) => exception.Title is { } title ? $" ({title})" : string.Empty;
}
