using WaGen.Runtime;

namespace WaGen.Client.Tests;

/// <summary>A request of the made-up API.</summary>
internal sealed record Order : Payload, IPayload<Order>
{
    public string? To { get; init; }

    public string? Recipient { get; init; }

    public string? Kind { get; init; }

    public string? Label { get; init; }

    public static Order For(string to, string label = "Books") => new() { To = to, Label = label };

    static Order IPayload<Order>.Read(ref PayloadReader json) => throw new NotSupportedException();

    protected override void WriteMembers(ref PayloadWriter json)
    {
        json.Text(",\"to\":"u8, To);
        json.Text(",\"recipient\":"u8, Recipient);
        json.Text(",\"recipient_type\":"u8, Kind);
        json.Text(",\"label\":"u8, Label);
    }

    protected override void CheckMembers(PayloadCheck check) => check.Text("label", Label, maximum: 2_000_000, minimum: 1);
}
