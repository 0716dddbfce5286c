using System.Diagnostics;

namespace WaGen.Client;

/// <summary>Names of traces and metrics; the same as those of the webhooks, so that one subscription has both.</summary>
internal static class ClientTelemetry
{
    public const string Name = "WaGen";

    public static readonly ActivitySource ActivitySource = new(Name);

    /// <summary>Enumeration values as telemetry spells them.</summary>
    public static string Of(ApiErrorClass value) => value switch
    {
        ApiErrorClass.RetryNow => "retry_now",
        ApiErrorClass.RetryLater => "retry_later",
        ApiErrorClass.FixRequest => "fix_request",
        ApiErrorClass.FixAccount => "fix_account",
        ApiErrorClass.Never => "never",
        _ => "unknown",
    };

    /// <summary>The class of a status, such as <c>2xx</c>; <c>none</c> when no answer came.</summary>
    public static string StatusClass(int status) => (status / 100) switch
    {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        5 => "5xx",
        _ => "none",
    };
}
