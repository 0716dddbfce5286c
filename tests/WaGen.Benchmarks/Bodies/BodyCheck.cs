using System.Text.Json;
using WaGen.Benchmarks.Receiving;
using WaGen.Benchmarks.SystemTextJson;

namespace WaGen.Benchmarks.Bodies;

/// <summary>Makes sure, before anything is measured, that a body is what the benchmarks say of it and that nobody who reads it reads less than the others.</summary>
internal static class BodyCheck
{
    /// <summary>Returns a body that was checked.</summary>
    /// <exception cref="InvalidOperationException">The body is not what the benchmarks say of it.</exception>
    public static byte[] Checked(BodyKind kind)
    {
        byte[] body = ReceivedBodies.Of(kind);
        WebhookInspection inspection = WebhookInspection.Read(WhatsAppContract.Instance, body);
        WebhookModel model = JsonSerializer.Deserialize(body, WebhookModelContext.Default.WebhookModel)!;

        // Written again, the classes hold what they took from the body.
        var documented = JsonMemberCount.Of(JsonSerializer.SerializeToUtf8Bytes(model, WebhookModelContext.Default.WebhookModel));

        CheckEvents(kind, body, inspection);
        CheckDrift(kind, inspection, JsonMemberCount.Of(body), documented);
        CheckShape(kind, body, model);
        CheckReaders(kind, body, model, documented.Values);
        return body;
    }

    private static void CheckEvents(BodyKind kind, byte[] body, WebhookInspection inspection)
    {
        int expected = kind == BodyKind.Batch ? 1_000 : 1;
        Expect(inspection.Items.Count == expected, kind, $"has {inspection.Items.Count} events and other items instead of {expected}");
        var bot = new CountingBot();
        using var receiver = Receiver.Of(body, bot);
        int handled = receiver.ReceiveAll();
        Expect(handled == expected && bot.Events == expected, kind, $"has {handled} handled events instead of {expected}");

        string[] events = [.. inspection.Items.Select(item => item.Event ?? "none").Distinct(StringComparer.Ordinal)];
        string[] wanted = kind switch
        {
            BodyKind.Image => ["Image"],
            BodyKind.FailedStatus => ["Failed"],
            BodyKind.History => ["Chunk"],
            BodyKind.Batch => ["Text", "Image", "Sent", "Delivered", "Read", "Failed"],
            _ => ["Text"],
        };
        Expect(events.SequenceEqual(wanted, StringComparer.Ordinal), kind, $"has events of the kinds {string.Join(", ", events)} instead of {string.Join(", ", wanted)}");
    }

    /// <summary>Every scalar of the body belongs to a typed member of the views and to a property of the model, apart from the ones that nobody documents.</summary>
    private static void CheckDrift(BodyKind kind, WebhookInspection inspection, JsonMemberCount all, JsonMemberCount documented)
    {
        Expect(inspection.Mismatched.Count == 0, kind, "has values that their members cannot hold");
        Expect(inspection.Typed.Count == documented.Values, kind, $"has {inspection.Typed.Count} values for the views and {documented.Values} for System.Text.Json");
        if (kind == BodyKind.UnknownMembers)
        {
            double undocumented = 1 - ((double)documented.Members / all.Members);
            Expect(undocumented is > 0.25 and < 0.35, kind, $"has {undocumented:P0} undocumented members instead of about 30 %");
            return;
        }

        Expect(inspection.Unknown.Count == 0, kind, "has members that no schema knows");
        Expect(documented == all, kind, $"has {all.Values} values of which System.Text.Json reads {documented.Values}");
    }

    private static void CheckShape(BodyKind kind, byte[] body, WebhookModel model)
    {
        switch (kind)
        {
            case BodyKind.Image:
                Expect(model.Entry![0].Changes![0].Value!.Messages![0].Image!.Caption is not null, kind, "has no caption");
                break;
            case BodyKind.History:
                Expect(body.Length is > 180_000 and < 220_000, kind, $"has {body.Length} bytes instead of about 200,000");
                break;
        }

        bool escaped = body.AsSpan().IndexOf((byte)'\\') >= 0;
        Expect(escaped == (kind == BodyKind.Escaped), kind, escaped ? "has escapes" : "has no escapes");
    }

    /// <summary>The handler that reads everything, the model and the document see the same number of values.</summary>
    private static void CheckReaders(BodyKind kind, byte[] body, WebhookModel model, int values)
    {
        var bot = new ReadingBot();
        using var receiver = Receiver.Of(body, bot);
        receiver.ParseAndDispatch();

        var classes = new ModelReading();
        classes.Read(model);

        var elements = new DocumentReading();
        using var document = JsonDocument.Parse(body);
        elements.Read(document.RootElement);

        Expect(
            bot.Present == classes.Present && bot.Present == elements.Present,
            kind,
            $"has {bot.Present} values for the handler, {classes.Present} for the model and {elements.Present} for the document");

        // What surrounds the events of a batch is read once for each of them. The name of the product, at the root, concerns no event.
        if (kind is not BodyKind.Batch)
        {
            Expect(bot.Present == values - 1, kind, $"has {values - 1} values below its root of which the handler reads {bot.Present}");
        }
    }

    private static void Expect(bool holds, BodyKind kind, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The body {kind} {otherwise}.");
        }
    }
}
