using System.Security.Claims;

namespace WaGen;

/// <summary>The customer who is being onboarded, for steps and handlers of the application. Everything here was checked, except <see cref="Session"/> and <see cref="Kind"/>.</summary>
public sealed class OnboardingContext
{
    internal OnboardingContext(WhatsAppClient client, string wabaId)
    {
        Client = client;
        WabaId = wabaId;
    }

    /// <summary>Gets a client that sends with the customer's token. For calls with the partner's own token, inject a <see cref="WhatsAppClient"/>.</summary>
    public WhatsAppClient Client { get; }

    /// <summary>Gets the id of the account, which the token reaches.</summary>
    public string WabaId { get; }

    /// <summary>Gets the ids of further accounts that were shared in the same flow.</summary>
    public IReadOnlyList<string> FurtherWabaIds { get; internal init; } = [];

    /// <summary>Gets the id of the customer's portfolio; null when nobody but the browser claimed it.</summary>
    public string? BusinessId { get; internal init; }

    /// <summary>Gets the id of the phone number, which belongs to the account; null when there is none, and before it is confirmed.</summary>
    public string? PhoneNumberId { get; internal init; }

    /// <summary>Gets how the customer completed the flow, as the browser told it; unknown when nobody did, or when the platform says otherwise.</summary>
    public EmbeddedSignupFinish Kind { get; internal init; }

    /// <summary>Gets a value indicating whether the number stays in the WhatsApp Business app.</summary>
    public bool IsCoexistence { get; internal init; }

    /// <summary>Gets what the browser told; null when it told nothing, or when there was no browser.</summary>
    public EmbeddedSignupFinished? Session { get; internal init; }

    /// <summary>Gets who was signed in at the application; null when there was no browser.</summary>
    public ClaimsPrincipal? User { get; internal init; }
}
