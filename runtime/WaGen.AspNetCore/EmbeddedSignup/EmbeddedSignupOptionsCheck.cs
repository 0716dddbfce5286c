using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WaGen.AspNetCore;

/// <summary>Says in sentences what is wrong with the options of Embedded Signup, and with what it needs. Never quotes a secret.</summary>
internal sealed class EmbeddedSignupOptionsCheck(IServiceProvider services, IServiceProviderIsService known, SignupMapping mapping) : IValidateOptions<EmbeddedSignupOptions>
{
    private const int MostBytes = 1024 * 1024;

    // The code is gone after 30 seconds, and its exchange takes time as well.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestState = TimeSpan.FromDays(7);

    public ValidateOptionsResult Validate(string? name, EmbeddedSignupOptions options)
    {
        string[] missing = mapping.IsMapped && options.Launch is null ? ["Launch must be set, because MapEmbeddedSignup serves a page that launches the flow."] : [];
        string[] problems = [.. Needs(), .. missing, .. options.Launch?.FindProblems().Select(static problem => "Launch: " + problem) ?? [], .. Ranges(options), .. Addresses(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>Whether an address is an origin: scheme, host and port alone.</summary>
    public static bool IsOrigin(Uri address) => address.IsAbsoluteUri && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0 && IsSafe(address);

    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static IEnumerable<string> Ranges(EmbeddedSignupOptions options)
    {
        if (options.SessionWait <= TimeSpan.Zero || options.SessionWait > LongestWait)
        {
            yield return "SessionWait must be more than 0 and at most 20 seconds, because the code lives for 30 seconds.";
        }

        if (options.StateLifetime <= TimeSpan.Zero || options.StateLifetime > LongestState)
        {
            yield return "StateLifetime must be more than 0 and at most 7 days.";
        }

        if (options.MaxBodyBytes is < 1 or > MostBytes)
        {
            yield return "MaxBodyBytes must be from 1 byte to 1 MiB.";
        }

        if (options.RequestsPerMinute < 1)
        {
            yield return "RequestsPerMinute must be at least 1.";
        }
    }

    private static IEnumerable<string> Addresses(EmbeddedSignupOptions options)
    {
        if (options.Origin is { } origin && !IsOrigin(origin))
        {
            yield return "Origin must be scheme and host alone, such as https://portal.example.com; HTTP is accepted for this machine only.";
        }

        if (!options.SdkAddress.IsAbsoluteUri || !IsSafe(options.SdkAddress))
        {
            yield return "SdkAddress must be an address with HTTPS.";
        }

        if (!options.FrameAncestors.All(static text => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && IsOrigin(address)))
        {
            yield return "Each entry of FrameAncestors must be scheme and host alone, such as https://portal.example.com.";
        }
    }

    private IEnumerable<string> Needs()
    {
        if (!known.IsService(typeof(WhatsAppClient)))
        {
            yield return "Embedded Signup needs the default client: call services.AddWhatsAppClient(...).";
            yield break;
        }

        WhatsAppClientOptions client = services.GetRequiredService<IOptionsMonitor<WhatsAppClientOptions>>().CurrentValue;
        if (string.IsNullOrEmpty(client.AppId) || string.IsNullOrEmpty(client.AppSecret))
        {
            yield return "Embedded Signup needs AppId and AppSecret in the options of the client, because a code is exchanged with them.";
        }

        if (!known.IsService(typeof(ITokenStore)))
        {
            yield return "Embedded Signup needs a store for tokens: call KeepTokensInFiles(...), UseTokenStore<T>() or KeepTokensInMemory() on the client.";
        }
    }
}
