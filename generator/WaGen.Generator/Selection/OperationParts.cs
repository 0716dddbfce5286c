using WaGen.Generator.Emit;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>What a file adds to the list of its API.</summary>
internal sealed record OperationPart(ApiGroup? Group, string Namespace, string Name, ReplyPart? Reply)
{
    private static readonly OperationPart None = new(null, string.Empty, string.Empty, null);

    public static OperationPart Of(PathModel file) => file.Model is { Group: { } group, Operation: { } operation } model
        ? new OperationPart(group, model.Namespace, operation.Name, ReplyPart.Of(operation))
        : None;
}

/// <summary>What all files add to the lists of their APIs.</summary>
internal sealed record OperationParts(EquatableArray<OperationPart> Parts);

/// <summary>What an operation says about the replies that are sent with it.</summary>
internal sealed record ReplyPart(MemberType Body, MemberType? Answer, string Account)
{
    /// <summary>Null for operations that send no replies, or that could not send one.</summary>
    public static ReplyPart? Of(OperationModel operation) =>
        operation is { SendsReplies: true, Body: { } body, Account: { } account } ? new ReplyPart(body, operation.Answer, account) : null;
}

/// <summary>The operations that send replies.</summary>
internal sealed record ReplyParts(EquatableArray<OperationPart> Parts)
{
    public static ReplyParts Of(OperationParts parts) => new(parts.Parts.Where(static p => p.Reply is not null).OrderBy(static p => p.Name, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The operations of an API, with the types of other files.</summary>
    public EquatableArray<ReplyOperation> For(ApiGroup group, ApiScopes apis, SchemaLinker linker) => Parts
        .Where(p => string.Equals(p.Group!.ApiId, group.ApiId, StringComparison.Ordinal) && linker.ObjectAt(p.Reply!.Body) is not null)
        .Select(p => new ReplyOperation
        {
            Body = linker.ObjectAt(p.Reply!.Body)!.TypeName!,
            Answer = linker.ObjectAt(p.Reply.Answer)?.TypeName ?? OperationEmitter.None,
            Operation = $"global::{p.Namespace}.{apis.For(p.Group!)!.ApiClass}.{p.Name}",
            Account = p.Reply.Account,
        })
        .ToEquatableArray();
}
