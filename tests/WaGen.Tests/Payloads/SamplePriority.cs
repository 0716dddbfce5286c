using WaGen.Runtime;

namespace WaGen.Tests.Payloads;

/// <summary>How quickly something is sent.</summary>
public enum SamplePriority
{
    Unknown = 0,
    High,
    Low,
}

/// <summary>The texts of <see cref="SamplePriority"/>; <c>urgent</c> is another spelling that is read only.</summary>
internal readonly struct SamplePriorityWire : IPayloadTexts<SamplePriority>
{
    public static SamplePriority Parse(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("high"u8) || text.SequenceEqual("urgent"u8) ? SamplePriority.High
        : text.SequenceEqual("low"u8) ? SamplePriority.Low
        : SamplePriority.Unknown;

    public static ReadOnlySpan<byte> Text(SamplePriority value) => value switch
    {
        SamplePriority.High => "high"u8,
        SamplePriority.Low => "low"u8,
        _ => default,
    };
}
