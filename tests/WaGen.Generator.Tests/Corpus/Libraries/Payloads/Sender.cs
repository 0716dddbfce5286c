namespace Payloads;

public sealed class Sender(HttpClient client)
{
    private const string Depot = "north";

    private static readonly Parcel Template = new() { Photo = new() { Id = "1" } };

    /// Exactly at the limits, and what only the run tells.
    public async Task SendAsync(string to, string? id, string? link, IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        await client.SendParcelAsync(Template with { To = "exactly twenty chars" }, cancellationToken);
        await client.SendParcelAsync(Parcel.Labelled(to, id, link), cancellationToken);
        await client.SendParcelAsync(new Parcel { To = to, Photo = new Picture { Id = id, Link = link, Quality = 100 } }, cancellationToken);
        await client.SendParcelAsync(
            new()
            {
                Depot = Depot,
                Photo = id is null ? new() { Link = link ?? "https://example.com/none.jpg" } : new() { Id = id, Quality = 1 },
                Choice = new()
                {
                    Sections =
                    [
                        new() { Rows = [new() { Id = "exactly8" }, new() { Id = to.ToLowerInvariant() }, .. rows] },
                        new() { Rows = new List<Row> { new() { Id = "b" } } },
                    ],
                },
            },
            cancellationToken);
    }

    /// The recipient comes later.
    public static Parcel Greeting(string link) => new() { Photo = new() { Link = link } };

    public async Task ToAllAsync(IEnumerable<string> recipients)
    {
        var parcel = new Parcel { Choice = new() { Sections = [new() { Rows = null }] } };
        foreach (string to in recipients)
        {
            await client.SendParcelAsync(parcel with { To = to });
        }
    }

    public static Task AnswerAsync<T>(T conversation)
        where T : IConversation => conversation.ReplyAsync(new Parcel { Photo = new() { Id = "1" } });

    public static bool IsSame(Row row) => row.Id == "A text that is longer than any id, and only compared";
}
