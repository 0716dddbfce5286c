using System.Globalization;
using System.Text;

namespace WaGen.Tests.Dispatch.Fixtures;

/// <summary>Bodies of the made-up provider, and processors for them.</summary>
internal static class Parcels
{
    public const string Secret = "parcel-secret";

    public static SignatureVerifier Verifier { get; } = new([new("main", Secret)]);

    public static byte[] Body(params string[] reports) =>
        Encoding.UTF8.GetBytes($$"""{"batches":[{"depot":"D1","at":1700000000,"reports":[{{string.Join(',', reports)}}]}],"source":"parcels"}""");

    public static string Report(string topic, string data) => $$"""{"data":{{data}},"topic":"{{topic}}"}""";

    public static byte[] Notices(params string[] notices) => Body(Report("shipments", $$"""{"hub":"H","notices":[{{string.Join(',', notices)}}]}"""));

    public static string Arrived(string id, string owner = "ann") => $$$"""{"id":"{{{id}}}","owner":"{{{owner}}}","kind":"arrived","arrived":{"text":"t-{{{id}}}"}}""";

    public static byte[] Batch(int count)
    {
        var notices = new string[count];
        for (int i = 0; i < count; i++)
        {
            notices[i] = Arrived(i.ToString(CultureInfo.InvariantCulture), $"owner-{i % 7}");
        }

        return Notices(notices);
    }

    public static WebhookSignature Sign(ReadOnlySpan<byte> body) => SignatureVerifier.Sign(Encoding.UTF8.GetBytes(Secret), body);

    public static WebhookProcessor Processor(Recorder recorder, WebhookProcessorOptions? options = null, WebhookObserver? observer = null) =>
        new(ParcelContract.Instance, [WebhookHandlerRegistration.Singleton(recorder)], Verifier, options, recorder, observer);

    public static ValueTask<WebhookOutcome> ProcessSignedAsync(this WebhookProcessor processor, byte[] body, CancellationToken cancellationToken = default) =>
        processor.ProcessAsync(body, Sign(body), cancellationToken);
}
