using System.CodeDom.Compiler;
using WaGen.Runtime;

namespace Payloads;

/// Payloads as the generator prints them, for the code beside this file.
[GeneratedCode("WaGen", "1.0")]
[PayloadRule("atLeastOne", nameof(To), nameof(Depot))]
public partial record Parcel : Payload
{
    [PayloadLimit(MinLength = 1, MaxLength = 20)]
    public string? To { get; init; }

    public string? Depot { get; init; }

    public Picture? Photo { get; init; }

    public Menu? Choice { get; init; }

    public static Parcel Labelled([PayloadLimit(MaxLength = 20)] string to, string? id = null, string? link = null) => new() { To = to, Photo = new() { Id = id, Link = link } };

    protected override void WriteMembers(ref PayloadWriter json)
    {
    }
}

[GeneratedCode("WaGen", "1.0")]
[PayloadRule("exactlyOne", nameof(Id), nameof(Link))]
public partial record Picture : Payload
{
    public string? Id { get; init; }

    public string? Link { get; init; }

    [PayloadLimit(Minimum = 1, Maximum = 100)]
    public long? Quality { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
    }
}

[GeneratedCode("WaGen", "1.0")]
[PayloadRule("count", nameof(Sections), "Rows", Maximum = 3)]
[PayloadRule("unique", nameof(Sections), "Rows", "Id")]
public partial record Menu : Payload
{
    [PayloadLimit(MinItems = 1, MaxItems = 2)]
    public required PayloadList<Section> Sections { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
    }
}

[GeneratedCode("WaGen", "1.0")]
public partial record Section : Payload
{
    public PayloadList<Row>? Rows { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
    }
}

[GeneratedCode("WaGen", "1.0")]
public partial record Row : Payload
{
    [PayloadLimit(MinLength = 1, MaxLength = 8, Pattern = "^[a-z0-9]+$")]
    public required string Id { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
    }
}

[GeneratedCode("WaGen", "1.0")]
public static partial class ParcelOperations
{
    public static Task SendParcelAsync(this HttpClient client, Parcel parcel, CancellationToken cancellationToken = default) => client.GetAsync(new Uri("/" + parcel.To), cancellationToken);

    public static Task ReplyAsync<TConversation>(this TConversation conversation, Parcel parcel)
        where TConversation : IConversation => Task.FromResult((conversation, parcel));
}
