using System.Buffers;
using WaGen.Tests.Json;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped.Api;

/// <summary>Writing a message into a buffer that is used again costs no memory.</summary>
[Collection(RunsAlone.Name)]
public sealed class WriteAllocationTests
{
    private const string To = "15550100101";

    [Fact]
    public void A_text_allocates_nothing() => AssertFree(OutgoingMessage.Text(To, "Thank you for your order. It is on its way.", previewUrl: false));

    [Fact]
    public void A_text_with_escapes_and_letters_beyond_ASCII_allocates_nothing() => AssertFree(OutgoingMessage.Text(To, "Grüße aus Köln,\n\"Äpfel\" und 🍐") with
    {
        RecipientType = OutgoingRecipientType.Individual,
        Context = new() { MessageId = "wamid.1" },
        BizOpaqueCallbackData = "order-4711",
    });

    [Fact]
    public void A_template_allocates_nothing() => AssertFree(OutgoingMessage.Template(To, "order_confirmation", "en_US",
    [
        TemplateComponent.Header([TemplateParameter.Image(new() { Id = "1013859600285441" })]),
        TemplateComponent.Body([TemplateParameter.Text("Alex", "name"), TemplateParameter.Currency("EUR 24.90", "EUR", 24_900), TemplateParameter.DateTime("1 December")]),
        TemplateComponent.UrlButton(0, [TemplateParameter.Text("orders/4711")]),
    ]));

    private static void AssertFree(Payload payload)
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        Write(payload, output, rounds: 3);
        int length = output.WrittenCount;

        long before = GC.GetAllocatedBytesForCurrentThread();
        Write(payload, output, rounds: 1_000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(payload.ToUtf8Json().Length, length);
    }

    private static void Write(Payload payload, ArrayBufferWriter<byte> output, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            output.ResetWrittenCount();
            payload.WriteTo(output);
        }
    }
}
