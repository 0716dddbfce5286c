namespace WaGen.Testing;

/// <summary>Counts calls as the quotas of operations say.</summary>
internal sealed class PlatformQuotas(FakePlatform platform)
{
    private const int AppLimit = 4;
    private const int AccountLimit = 80007;
    private const int TemplateLimit = 80008;

    // Numbers keep this budget themselves: it holds also when no quotas are enforced.
    private const string Registration = "registration";

    private readonly Dictionary<(string Quota, string App, string Object), Queue<DateTimeOffset>> _calls = [];

    /// <summary>Counts a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="usage">What the usage headers say; null when the call counts nowhere.</param>
    /// <returns>The error; null when the call may be answered.</returns>
    public FakeAnswer? Take(PlatformCall call, out (string Object, FakeUsage Usage)? usage)
    {
        usage = null;
        FakeAnswer? refusal = null;
        if (!platform.EnforcesQuotas || !call.HasToken)
        {
            return null;
        }

        foreach (string name in call.Operation.Quotas.Where(static q => q is not Registration))
        {
            if (!call.Operation.Api.Quotas.TryGetValue(name, out ApiQuota? quota))
            {
                continue;
            }

            string about = quota.Per is { } per ? call.Path(per) : string.Empty;
            int limit = quota.CallsWhenActive is { } active && call.AnyNode?.OwnerAccount?.IsActive() == true ? active : quota.Calls;
            Queue<DateTimeOffset> calls = CallsOf((name, call.Token.App.Id, about), call.Now - quota.Period);
            bool isFull = calls.Count >= limit;
            if (!isFull)
            {
                calls.Enqueue(call.Now);
            }

            var share = new FakeUsage
            {
                CallCount = isFull ? Math.Max(100, calls.Count * 100 / limit) : calls.Count * 100 / limit,
                TimeToRegainAccess = isFull ? calls.Peek() + quota.Period - call.Now : TimeSpan.Zero,
            };
            usage = (about.Length > 0 ? about : call.Token.Business.Id, share);
            refusal ??= isFull ? GraphErrors.Create(call.Operation.Api, CodeOf(name, quota)) : null;
        }

        return refusal;
    }

    private static int CodeOf(string name, ApiQuota quota) => name is "template-creation" ? TemplateLimit : quota.Per is null ? AppLimit : AccountLimit;

    private Queue<DateTimeOffset> CallsOf((string Quota, string App, string Object) key, DateTimeOffset since)
    {
        if (!_calls.TryGetValue(key, out Queue<DateTimeOffset>? calls))
        {
            _calls.Add(key, calls = new Queue<DateTimeOffset>());
        }

        while (calls.TryPeek(out DateTimeOffset oldest) && oldest <= since)
        {
            calls.Dequeue();
        }

        return calls;
    }
}
