namespace WaGen.Client;

/// <summary>One call of an operation, over all its tries.</summary>
internal sealed class ApiCall(ApiOperation operation, ApiArguments arguments, string? account, RequestBody? body) : IDisposable
{
    public ApiOperation Operation => operation;

    public ApiArguments Arguments => arguments;

    /// <summary>The id of the account or number whose token is used; null when nothing says it.</summary>
    public string? Account { get; } = account ?? (operation.Account is { } name ? arguments[name] : null);

    public RequestBody? Body => body;

    /// <summary>How many tries failed.</summary>
    public int Failures { get; set; }

    /// <summary>The status of the last answer; 0 when none came.</summary>
    public int LastStatus { get; set; }

    public void Dispose() => body?.Dispose();
}
