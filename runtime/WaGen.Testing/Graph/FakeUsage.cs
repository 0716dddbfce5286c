using System.Text;

namespace WaGen.Testing;

/// <summary>How much of the call limits is used up, as the usage headers of the platform say it.</summary>
public sealed record FakeUsage
{
    /// <summary>The header for the limit of the app.</summary>
    public const string AppHeader = "X-App-Usage";

    /// <summary>The header for the limit of the business account.</summary>
    public const string BusinessHeader = "X-Business-Use-Case-Usage";

    /// <summary>Gets the calls in percent of the limit.</summary>
    public int CallCount { get; init; }

    /// <summary>Gets the processor time in percent of the limit.</summary>
    public int TotalCpuTime { get; init; }

    /// <summary>Gets the time in percent of the limit.</summary>
    public int TotalTime { get; init; }

    /// <summary>Gets how long calls are refused, in whole minutes on the wire, rounded up; zero when they are not.</summary>
    public TimeSpan TimeToRegainAccess { get; init; }

    /// <summary>Gets the use case that the header for business accounts names.</summary>
    public string UseCase { get; init; } = "whatsapp_business_management";

    /// <summary>Makes the value of <see cref="AppHeader"/>.</summary>
    /// <returns>A JSON object.</returns>
    public string ToAppHeader() => Encoding.UTF8.GetString(JsonBody.WriteObject(WriteShares));

    /// <summary>Makes the value of <see cref="BusinessHeader"/>.</summary>
    /// <param name="accountId">The id of the business account.</param>
    /// <returns>A JSON object.</returns>
    public string ToBusinessHeader(string accountId) => Encoding.UTF8.GetString(JsonBody.WriteObject(json =>
    {
        json.WriteStartArray(accountId);
        json.WriteStartObject();
        json.WriteString("type"u8, UseCase);
        WriteShares(json);
        json.WriteNumber("estimated_time_to_regain_access"u8, (int)Math.Ceiling(TimeToRegainAccess.TotalMinutes));
        json.WriteEndObject();
        json.WriteEndArray();
    }));

    /// <summary>Makes both headers.</summary>
    internal Dictionary<string, string> ToHeaders(string accountId) =>
        new(StringComparer.OrdinalIgnoreCase) { [AppHeader] = ToAppHeader(), [BusinessHeader] = ToBusinessHeader(accountId) };

    private void WriteShares(System.Text.Json.Utf8JsonWriter json)
    {
        json.WriteNumber("call_count"u8, CallCount);
        json.WriteNumber("total_cputime"u8, TotalCpuTime);
        json.WriteNumber("total_time"u8, TotalTime);
    }
}
