using WaGen.Benchmarks.Writing;

namespace WaGen.Benchmarks.Ratios;

/// <summary>What it costs to write what is sent.</summary>
internal static class WriteRatios
{
    public static void Measure(RatioReport report)
    {
        using var text = MessageWriting.OfText();
        using var template = MessageWriting.OfTemplate();

        report.Ratio("write.text.speedup_vs_stj", 1 / PairedRun.Compare(() => text.Write(), () => text.WriteModel()));
        report.Ratio("write.template.speedup_vs_stj", 1 / PairedRun.Compare(() => template.Write(), () => template.WriteModel()));
        report.Number("write.text.alloc_bytes", Allocation.BytesPerRound(() => text.Write(), rounds: 10_000));
    }
}
