using WaGen.WhatsApp;

namespace WaGen.AspNetCore;

/// <summary>The operations that onboarding calls.</summary>
internal sealed class OnboardingCalls(WhatsAppClient client, WhatsAppClientOptions options)
{
    private const string NumberFields = "id,is_on_biz_app";
    private const int AlreadySynchronized = 2593107;

    /// <summary>Gets the id of the app.</summary>
    public string AppId => options.AppId!;

    public async Task<AccessToken> ExchangeAsync(string code, CancellationToken cancellationToken) =>
        TokenOf(await client.ExchangeCodeAsync(AppId, options.AppSecret!, code, cancellationToken: cancellationToken).ConfigureAwait(false));

    public async Task<AccessToken> FetchAsync(string businessId, CancellationToken cancellationToken) =>
        TokenOf(await client.FetchBusinessTokenAsync(businessId, fetchOnly: true, cancellationToken: cancellationToken).ConfigureAwait(false));

    public async Task<TokenInfo?> InspectAsync(AccessToken token, CancellationToken cancellationToken) =>
        (await client.InspectTokenAsync(token.Reveal(), cancellationToken).ConfigureAwait(false)).Data;

    /// <summary>A client that sends with the customer's token.</summary>
    public WhatsAppClient With(AccessToken token) => client.WithToken(token);

    public static Task SubscribeAsync(WhatsAppClient customer, string wabaId, EmbeddedSignupCallback? callback, CancellationToken cancellationToken) =>
        customer.SubscribeAppAsync(
            wabaId,
            callback is null ? new SubscriptionRequest() : new SubscriptionRequest { OverrideCallbackUri = callback.Address.OriginalString, VerifyToken = callback.VerifyToken },
            cancellationToken);

    /// <summary>The numbers of an account, those onboarded last first.</summary>
    public static async Task<List<PhoneNumberInfo>> ListNumbersAsync(WhatsAppClient customer, string wabaId, CancellationToken cancellationToken)
    {
        var numbers = new List<PhoneNumberInfo>();
        await foreach (PhoneNumberInfo number in customer.ListPhoneNumbersAsync(wabaId, NumberFields, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            numbers.Add(number);
        }

        return numbers;
    }

    public static Task RegisterAsync(WhatsAppClient customer, string phoneNumberId, string pin, CancellationToken cancellationToken) =>
        customer.RegisterPhoneNumberAsync(phoneNumberId, new RegistrationRequest { Pin = pin }, cancellationToken);

    /// <summary>Whether it was asked for now; otherwise it had been before.</summary>
    public static async Task<bool> SynchronizeAsync(WhatsAppClient customer, string phoneNumberId, SynchronizationKind kind, CancellationToken cancellationToken)
    {
        try
        {
            await customer.SynchronizeAppDataAsync(phoneNumberId, new SynchronizationRequest { SyncType = kind }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (WhatsAppApiException exception) when (exception.Code == AlreadySynchronized || exception.Subcode == AlreadySynchronized)
        {
            return false;
        }
    }

    private static AccessToken TokenOf(BusinessToken answer) => string.IsNullOrEmpty(answer.AccessToken)
        ? throw new OnboardingRefusedException("The platform answered without a token.")
        : new AccessToken(answer.AccessToken, AccessTokenKind.Business);
}
