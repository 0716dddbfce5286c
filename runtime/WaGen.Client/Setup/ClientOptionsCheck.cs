using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace WaGen.Client;

/// <summary>Says in sentences what is wrong with the options of a client. Never quotes a token or a secret.</summary>
internal sealed partial class ClientOptionsCheck(IEnumerable<ClientName> clients, IEnumerable<TokenProviderDescriptor> providers, IEnumerable<TokenStoreDescriptor> stores) : IValidateOptions<WhatsAppClientOptions>
{
    private const int MostAttempts = 100;
    private const int MostPerSecond = 1_000_000;

    // Timers of the platform end a little above this.
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(24);

    public ValidateOptionsResult Validate(string? name, WhatsAppClientOptions options)
    {
        name ??= Options.DefaultName;
        if (!clients.Any(client => client.Value == name))
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> problems = Problems(name, options);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private List<string> Problems(string name, WhatsAppClientOptions options)
    {
        string client = name.Length == 0 ? "the WhatsApp client" : $"the WhatsApp client '{name}'";
        List<string> problems = [];
        bool hasSource = providers.Any(provider => provider.Client == name) || stores.Any(store => store.Client == name);
        if (!hasSource && string.IsNullOrEmpty(options.AccessToken) && options.Accounts.Values.All(static account => string.IsNullOrEmpty(account.AccessToken)))
        {
            problems.Add($"No access token is configured for {client}: set AccessToken, or one in Accounts, or add a token provider or a token store.");
        }

        if (options.Accounts.Values.Select(static account => account.AccessToken).Append(options.AccessToken).Any(static token => !string.IsNullOrEmpty(token) && !AccessToken.IsPossible(token)))
        {
            problems.Add($"An access token of {client} holds white space or characters that no token has: remove them; files and variables often carry a line break at the end.");
        }

        if (options.AppSecret is { Length: > 0 } secret && !AccessToken.IsPossible(secret))
        {
            problems.Add($"AppSecret of {client} holds white space or characters that no secret has: remove them; files and variables often carry a line break at the end.");
        }

        if (options.AppId is { Length: > 0 } app && !app.All(char.IsAsciiDigit))
        {
            problems.Add($"AppId of {client} is no id of an app: it has digits only.");
        }

        if (options.ApiVersion is { } version && !Version().IsMatch(version))
        {
            problems.Add($"ApiVersion of {client} is no version such as v25.0.");
        }

        if (options.BaseAddress is { } address && !IsUsable(address))
        {
            problems.Add($"BaseAddress of {client} must be an absolute https address, or an http address of this machine, without user and query: the token is sent to it.");
        }

        CheckNumbers(client, options, problems);
        return problems;
    }

    private static void CheckNumbers(string client, WhatsAppClientOptions options, List<string> problems)
    {
        if (options.Accounts.Values.Select(static account => account.MessagesPerSecond ?? 1).Append(options.MessagesPerSecond).Any(static rate => rate is < 1 or > MostPerSecond))
        {
            problems.Add($"A MessagesPerSecond of {client} is not between 1 and {MostPerSecond}.");
        }

        if (options.MaxAttempts is < 1 or > MostAttempts)
        {
            problems.Add($"MaxAttempts of {client} is {options.MaxAttempts}: it must be at least 1 and at most {MostAttempts}.");
        }

        CheckTime(nameof(options.Timeout), options.Timeout);
        CheckTime(nameof(options.MediaTimeout), options.MediaTimeout);
        CheckTime(nameof(options.MaxQueueTime), options.MaxQueueTime);
        CheckTime(nameof(options.MaxDelay), options.MaxDelay);
        CheckTime(nameof(options.Backoff), options.Backoff);

        void CheckTime(string option, TimeSpan value)
        {
            if (value <= TimeSpan.Zero || value > LongestTime)
            {
                problems.Add($"{option} of {client} is {value}: it must be positive and at most {LongestTime.Days} days. Mind that 30 means days and 00:00:30 seconds.");
            }
        }
    }

    private static bool IsUsable(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };

    [GeneratedRegex(@"\Av[0-9]{1,3}\.[0-9]{1,2}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
