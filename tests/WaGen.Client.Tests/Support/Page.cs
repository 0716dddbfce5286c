using WaGen.Runtime;

namespace WaGen.Client.Tests;

/// <summary>A page of the made-up API; its items are one text, parted by blanks.</summary>
internal sealed record Page : Payload, IPayload<Page>
{
    public string? Items { get; init; }

    public string? Next { get; init; }

    public IReadOnlyList<string>? Data => Items?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static Page IPayload<Page>.Read(ref PayloadReader json)
    {
        string? items = null;
        string? next = null;
        for (int member; (member = json.Next("items\nnext\n"u8)) != 0;)
        {
            if (member == 1)
            {
                items = json.ReadText();
            }
            else
            {
                next = json.ReadText();
            }
        }

        var page = new Page { Items = items, Next = next };
        json.Finish(page);
        return page;
    }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        json.Text(",\"items\":"u8, Items);
        json.Text(",\"next\":"u8, Next);
    }
}
