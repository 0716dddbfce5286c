namespace WaGen.Client;

/// <summary>One call of an operation, over all its tries.</summary>
/// <param name="operation">The operation.</param>
/// <param name="arguments">Values of its parameters.</param>
/// <param name="accounts">The accounts whose token may be used beside the one that the arguments name; nulls are left out.</param>
/// <param name="token">The token to use; null to look for one.</param>
/// <param name="body">The body; null without one.</param>
internal sealed class ApiCall(ApiOperation operation, ApiArguments arguments, string?[] accounts, AccessToken? token, RequestBody? body) : IDisposable
{
    public ApiOperation Operation => operation;

    public ApiArguments Arguments => arguments;

    /// <summary>The ids of accounts and numbers whose token may be used, the nearest first.</summary>
    public string[] Accounts { get; } = [.. accounts.Prepend(operation.Account is { } name ? arguments[name] : null).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The nearest of <see cref="Accounts"/>; null when nothing names one.</summary>
    public string? Account => Accounts is [string first, ..] ? first : null;

    /// <summary>The token that the caller gave; null to look for one.</summary>
    public AccessToken? Token => token;

    public RequestBody? Body => body;

    /// <summary>How many tries failed.</summary>
    public int Failures { get; set; }

    /// <summary>The status of the last answer; 0 when none came.</summary>
    public int LastStatus { get; set; }

    /// <summary>Whether the last answer says that the request was done in part, by the status of a failure.</summary>
    public bool IsPartial { get; set; }

    /// <summary>Whether the last try may have reached the server.</summary>
    public bool HasLeft { get; set; }

    /// <summary>What the last answer told of the use of accounts.</summary>
    public IReadOnlyList<AccountUsage> Usage { get; set; } = [];

    public void Dispose() => body?.Dispose();
}
