using WaGen.Runtime;

namespace WaGen.Client.Tests;

/// <summary>Any object of which nothing is known.</summary>
internal sealed record Note : Payload, IPayload<Note>
{
    public string? Id { get; init; }

    static Note IPayload<Note>.Read(ref PayloadReader json)
    {
        string? id = null;
        while (json.Next("id\n"u8) != 0)
        {
            id = json.ReadText();
        }

        var note = new Note { Id = id };
        json.Finish(note);
        return note;
    }

    protected override void WriteMembers(ref PayloadWriter json) => json.Text(",\"id\":"u8, Id);
}
