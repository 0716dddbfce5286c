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

    /// <summary>The class of the last status, such as <c>2xx</c>; <c>partial</c> when the request was done in part, <c>none</c> when no answer came.</summary>
    public static string StatusClass(ApiCall call) => (call.LastStatus / 100) switch
    {
        _ when call.IsPartial => "partial",
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        5 => "5xx",
        _ => "none",
    };
}
