using System.Text.Json;
using WaGen.Benchmarks.Bodies;
using WaGen.Benchmarks.Receiving;
using WaGen.Benchmarks.SystemTextJson;

namespace WaGen.Benchmarks.Ratios;

/// <summary>What receiving costs below HTTP.</summary>
internal static class ReceiveRatios
{
    public static void Measure(RatioReport report)
    {
        using var text = Receiver.Of(ReceivedBodies.Text, new CountingBot());
        using var status = Receiver.Of(ReceivedBodies.FailedStatus, new CountingBot());
        using var batch = Receiver.Of(ReceivedBodies.Batch, new CountingBot());
        using var textReader = Receiver.Of(ReceivedBodies.Text, new ReadingBot());
        using var statusReader = Receiver.Of(ReceivedBodies.FailedStatus, new ReadingBot());
        using var unhandled = Receiver.Of(ReceivedBodies.Text, new HistoryBot());

        report.Ratio("parse.text.speedup_vs_stj", Speedup(() => text.Parse(), text.Body));
        report.Ratio("parse.status.speedup_vs_stj", Speedup(() => status.Parse(), status.Body));
        report.Ratio("parse.batch1000.speedup_vs_stj", Speedup(() => batch.Parse(), batch.Body));
        report.Ratio("parse.text.read_all.speedup_vs_stj", Speedup(() => textReader.ParseAndDispatch(), text.Body));
        report.Ratio("parse.status.read_all.speedup_vs_stj", Speedup(() => statusReader.ParseAndDispatch(), status.Body));

        report.Ratio("pipeline.text.vs_hashdata", PairedRun.Compare(() => text.ReceiveAll(), () => text.HashData()));
        report.Ratio("pipeline.batch1000.vs_limit", PairedRun.Compare(() => batch.ReceiveAll(), () => Limit(batch)));
        report.Number("pipeline.text.alloc_bytes", Allocation.BytesPerRound(() => text.ReceiveAll(), rounds: 10_000));
        report.Number("pipeline.status.alloc_bytes", Allocation.BytesPerRound(() => status.ReceiveAll(), rounds: 10_000));
        report.Number("pipeline.batch1000.alloc_bytes_per_update", Allocation.BytesPerRound(() => batch.ReceiveAll(), rounds: 50) / batch.ReceiveAll());

        report.Ratio("skip.unhandled_field.vs_reader_walk", PairedRun.Compare(() => unhandled.ParseAndDispatch(), () => ReaderWalk.Tokens(unhandled.Body)));
    }

    private static double Speedup(Action parse, byte[] body) =>
        1 / PairedRun.Compare(parse, () => JsonSerializer.Deserialize(body, WebhookModelContext.Default.WebhookModel));

    private static void Limit(Receiver receiver)
    {
        receiver.HashWithReusedKey();
        ReaderWalk.Tokens(receiver.Body);
    }
}
