using System.Diagnostics;

namespace WaGen;

/// <summary>The name under which traces and metrics are offered, for <c>AddSource</c> and <c>AddMeter</c> of OpenTelemetry.</summary>
public static class WaGenTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "WaGen";

    internal static readonly ActivitySource ActivitySource = new(Name);
}
