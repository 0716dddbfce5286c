using System.Net.Http.Headers;
using System.Text;

namespace WaGen.Client;

/// <summary>Reads from the headers of an answer how long to wait.</summary>
internal static class UsageHeaders
{
    private const string BusinessUseCase = "X-Business-Use-Case-Usage";
    private const string Management = "whatsapp_business_management";
    private const int MostAccounts = 100;
    private const string App = "X-App-Usage";

    // Minutes beyond this are a mistake, and a TimeSpan of any number would overflow.
    private const long MostMinutes = 60L * 24 * 31;

    /// <summary>The longest time that the headers tell; null when they tell none.</summary>
    public static TimeSpan? WaitOf(HttpResponseHeaders headers, TimeProvider time)
    {
        TimeSpan wait = RetryAfterOf(headers, time);
        foreach (RawJson json in Values(headers, BusinessUseCase))
        {
            foreach (RawJsonMember account in json.EnumerateObject())
            {
                foreach (RawJson usage in account.Value.EnumerateArray())
                {
                    wait = Max(wait, Minutes(usage));
                }
            }
        }

        // The app's header has no time as a rule, but where it has one it counts.
        foreach (RawJson json in Values(headers, App))
        {
            wait = Max(wait, Minutes(json));
        }

        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>What the headers tell of the calls that accounts make to be managed; other uses have limits of their own.</summary>
    public static IReadOnlyList<AccountUsage> AccountsOf(HttpResponseHeaders headers)
    {
        var accounts = new List<AccountUsage>();
        foreach (RawJson json in Values(headers, BusinessUseCase))
        {
            foreach (RawJsonMember account in json.EnumerateObject())
            {
                foreach (RawJson usage in account.Value.EnumerateArray())
                {
                    if (accounts.Count < MostAccounts && usage["type"u8].GetString() is null or Management && usage["call_count"u8].TryGetInt64(out long percent))
                    {
                        accounts.Add(new(account.Name, (int)Math.Clamp(percent, 0, int.MaxValue), Minutes(usage)));
                    }
                }
            }
        }

        return accounts;
    }

    private static TimeSpan RetryAfterOf(HttpResponseHeaders headers, TimeProvider time) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => TimeSpan.Zero,
    };

    private static TimeSpan Minutes(RawJson usage) =>
        usage["estimated_time_to_regain_access"u8].TryGetInt64(out long minutes) && minutes > 0 ? TimeSpan.FromMinutes(Math.Min(minutes, MostMinutes)) : TimeSpan.Zero;

    private static IEnumerable<RawJson> Values(HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out HeaderStringValues values))
        {
            yield break;
        }

        foreach (string value in values)
        {
            if (RawJson.TryParse(Encoding.UTF8.GetBytes(value), out RawJson json))
            {
                yield return json;
            }
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
