namespace WaGen.Testing;

/// <summary>The calls of a number, and which users it may call.</summary>
internal sealed class CallingState
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);
    public const int MostCallsOfDay = 100;
    public const int MostRequestsOfDay = 1;
    public const int MostRequestsOfWeek = 2;

    /// <summary>Gets when users have allowed calls to, by phone number or id; the largest time stands for always.</summary>
    public Dictionary<string, DateTimeOffset> Permissions { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets when users were asked, by phone number or id.</summary>
    public Dictionary<string, List<DateTimeOffset>> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets when users were called and have answered, by phone number or id.</summary>
    public Dictionary<string, List<DateTimeOffset>> Connected { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the calls that have not ended, by their ids.</summary>
    public Dictionary<string, RunningCall> Calls { get; } = new(StringComparer.Ordinal);

    public bool MayCall(string user, DateTimeOffset now) => Permissions.TryGetValue(user, out DateTimeOffset until) && now < until;

    public bool MayAsk(string user, DateTimeOffset now) => Count(Requests, user, now - Day) < MostRequestsOfDay && Count(Requests, user, now - Week) < MostRequestsOfWeek;

    /// <summary>How often something happened to a user lately.</summary>
    public static int Count(Dictionary<string, List<DateTimeOffset>> times, string user, DateTimeOffset since) => times.TryGetValue(user, out List<DateTimeOffset>? all) ? all.Count(at => at > since) : 0;

    public static void Note(Dictionary<string, List<DateTimeOffset>> times, string user, DateTimeOffset at)
    {
        if (!times.TryGetValue(user, out List<DateTimeOffset>? all))
        {
            times.Add(user, all = []);
        }

        all.Add(at);
    }
}
