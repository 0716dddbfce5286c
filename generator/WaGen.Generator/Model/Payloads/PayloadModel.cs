namespace WaGen.Generator.Model;

/// <summary>What an object is as a payload, beside its members.</summary>
internal sealed record PayloadModel
{
    /// <summary>Members of the union that this variant needs, by their names on the wire.</summary>
    public EquatableArray<string> RequiredOfUnion { get; init; }

    /// <summary>Rules over several members.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>The method that makes one in a short way; null without one.</summary>
    public ShorthandModel? Create { get; init; }

    /// <summary>The method that answers a conversation with one; null without one.</summary>
    public ReplyModel? Reply { get; init; }

    /// <summary>The members that address the partner of a conversation; null on payloads that no reply is made of.</summary>
    public ConversationModel? Conversation { get; init; }

    /// <summary>The same with other paths.</summary>
    public PayloadModel WithPaths(Func<PayloadPath, PayloadPath> change) => this with
    {
        Rules = Rules.Select(r => r with
        {
            Paths = r.Paths.Select(change).ToEquatableArray(),
            When = r.When is null ? null : change(r.When),
            WhenCount = r.WhenCount is null ? null : change(r.WhenCount),
        }).ToEquatableArray(),
        Create = Create?.WithPaths(change),
        Reply = Reply is null ? null : Reply with { Shorthand = Reply.Shorthand.WithPaths(change), Message = Reply.Message is null ? null : change(Reply.Message) },
        Conversation = Conversation is null ? null : Conversation with
        {
            Phone = Conversation.Phone is null ? null : change(Conversation.Phone),
            User = Conversation.User is null ? null : change(Conversation.User),
            Quote = Conversation.Quote is null ? null : change(Conversation.Quote),
            Group = Conversation.Group is null ? null : change(Conversation.Group),
            GroupKind = Conversation.GroupKind is null ? null : change(Conversation.GroupKind),
        },
    };

    /// <summary>All paths, with what they belong to.</summary>
    public IEnumerable<PayloadPath> Paths() => Rules.SelectMany(static r => r.Paths.Append(r.When!).Append(r.WhenCount!))
        .Concat(Create?.Parameters.Select(static p => p.Path) ?? [])
        .Concat(Reply?.Shorthand.Parameters.Select(static p => p.Path).Append(Reply.Message!) ?? [])
        .Concat(Conversation is null ? [] : new[] { Conversation.Phone!, Conversation.User!, Conversation.Quote!, Conversation.Group!, Conversation.GroupKind! })
        .Where(static p => p is not null);
}
