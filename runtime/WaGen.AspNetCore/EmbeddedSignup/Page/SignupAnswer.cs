using System.Buffers;
using System.Text.Json;

namespace WaGen.AspNetCore;

/// <summary>Writes what the page is answered.</summary>
internal static class SignupAnswer
{
    public static ReadOnlyMemory<byte> Cancelled { get; } = Write("cancelled", new OnboardingReport());

    public static ReadOnlyMemory<byte> Of(OnboardingReport report) => Write(report.IsComplete ? "completed" : "failed", report);

    private static ReadOnlyMemory<byte> Write(string result, OnboardingReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("result"u8, result);
        json.WriteString("wabaId"u8, report.WabaId);
        json.WriteString("phoneNumberId"u8, report.PhoneNumberId);
        json.WriteStartArray("steps"u8);
        foreach (OnboardingStepReport step in report.Steps)
        {
            json.WriteStartObject();
            json.WriteString("step"u8, step.Step);
            json.WriteString("state"u8, SignupTexts.NameOf(step.State));
            json.WriteString("reason"u8, step.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
