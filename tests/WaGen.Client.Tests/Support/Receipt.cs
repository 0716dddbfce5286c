using WaGen.Runtime;

namespace WaGen.Client.Tests;

/// <summary>An answer of the made-up API.</summary>
internal sealed record Receipt : Payload, IPayload<Receipt>
{
    public string? Id { get; init; }

    static Receipt IPayload<Receipt>.Read(ref PayloadReader json)
    {
        string? id = null;
        while (json.Next("id\n"u8) != 0)
        {
            id = json.ReadText();
        }

        var receipt = new Receipt { Id = id };
        json.Finish(receipt);
        return receipt;
    }

    protected override void WriteMembers(ref PayloadWriter json) => json.Text(",\"id\":"u8, Id);
}
