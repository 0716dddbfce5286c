using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>Finds in answers what operations say about them.</summary>
/// <param name="paths">Follows paths through payloads.</param>
/// <param name="apis">How the lists of each API are read.</param>
internal sealed class AnswerPaths(PayloadPaths paths, EquatableArray<ApiPaging> apis)
{
    private const string Nowhere = "leads to no member of the answer";

    /// <summary>The pages of an operation; null when it answers none, or what it says about them is wrong.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="group">Its group.</param>
    /// <param name="answer">The answer, linked.</param>
    public PageModel? PageOf(OperationModel operation, ApiGroup? group, MemberType? answer)
    {
        if (operation.Items is not { } path || answer is null || PagingOf(group) is not { } paging || !HasQuery(operation, paging.Parameter))
        {
            return null;
        }

        IReadOnlyList<MemberModel>? items = paths.Members(answer.TypeName!, path);
        IReadOnlyList<MemberModel>? cursor = paths.Members(answer.TypeName!, paging.Cursor);
        IReadOnlyList<MemberModel>? more = paging.More is null ? [] : paths.Members(answer.TypeName!, paging.More);
        return items is null || cursor is null || more is null || ItemOf(items) is not { } item || !IsText(cursor) ? null : new PageModel
        {
            ItemType = item,
            Items = Names(items),
            Cursor = Names(cursor),
            More = Names(more),
            Parameter = paging.Parameter,
            Back = paging.Back,
        };
    }

    /// <summary>What is wrong with what an operation says: the key, its text, and the problem.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="group">Its group.</param>
    /// <param name="answer">The answer, linked.</param>
    public IEnumerable<(string Key, string Text, string Problem)> Problems(OperationModel operation, ApiGroup? group, MemberType answer)
    {
        string type = answer.TypeName!;
        if (operation.Items is { } items && ProblemOf(type, items, operation, group) is { } problem)
        {
            yield return ("items", problem.Text, problem.Problem);
        }

        if (operation.Expansion is { } expansion && paths.Members(type, expansion) is null)
        {
            yield return ("expansion", expansion, Nowhere);
        }

        if (operation.Partial is { } partial && paths.Members(type, partial.Member) is null)
        {
            yield return ("member", partial.Member, Nowhere);
        }

        if (operation.ListMember is { } list && !(paths.Members(type, list) is { Count: 1 } members && members[0].Type.IsArray))
        {
            yield return ("list", list, "leads to no array that is a member of the answer");
        }
    }

    private (string Text, string Problem)? ProblemOf(string type, string items, OperationModel operation, ApiGroup? group)
    {
        if (PagingOf(group) is not { } paging)
        {
            return (items, "leads to pages, but the API says nothing about 'paging'");
        }

        return !HasQuery(operation, paging.Parameter) ? (items, $"leads to pages, but the operation has no query parameter '{paging.Parameter}'")
            : paths.Members(type, items) is not { } members ? (items, Nowhere)
            : ItemOf(members) is null ? (items, "leads to no array of objects or texts")
            : paths.Members(type, paging.Cursor) is not { } cursor ? (paging.Cursor, Nowhere)
            : !IsText(cursor) ? (paging.Cursor, "leads to no text")
            : paging.More is { } more && paths.Members(type, more) is null ? (more, Nowhere)
            : null;
    }

    private PagingModel? PagingOf(ApiGroup? group) => apis.FirstOrDefault(a => string.Equals(a.ApiId, group?.ApiId, StringComparison.Ordinal))?.Paging;

    private static bool HasQuery(OperationModel operation, string name) =>
        operation.Parameters.Any(p => p.Place is "Query" && string.Equals(p.Name, name, StringComparison.Ordinal));

    private static string? ItemOf(IReadOnlyList<MemberModel> path) => path[path.Count - 1].Type switch
    {
        { Shape: MemberShape.List } list => list.TypeName,
        { Shape: MemberShape.TextList } => "string",
        _ => null,
    };

    private static bool IsText(IReadOnlyList<MemberModel> path) => path[path.Count - 1].Type.Shape is MemberShape.Text or MemberShape.Id;

    private static EquatableArray<string> Names(IReadOnlyList<MemberModel> path) => path.Select(static m => m.ClrName).ToEquatableArray();
}
