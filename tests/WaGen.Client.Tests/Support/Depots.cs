namespace WaGen.Client.Tests;

/// <summary>Operations of the made-up API that manage accounts.</summary>
internal static class Depots
{
    private static readonly ApiParameter Id = new() { Name = "depot-id", Place = ApiParameterPlace.Path, IsRequired = true };

    public static ApiOperation<NoPayload, Page> List { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "ListShelves",
        Method = "GET",
        Path = "/{depot-id}/shelves",
        Account = "depot-id",
        Parameters = [Id, Query("fields"), Query("limit"), Query("after")],
        Tokens = [AccessTokenKind.System, AccessTokenKind.Business],
        PageParameter = "after",
        IsRepeatSafe = true,
    };

    public static ApiOperation<Order, Receipt> Block { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "BlockSenders",
        Method = "POST",
        Path = "/{depot-id}/blocked",
        Account = "depot-id",
        Content = ApiContent.Json,
        Parameters = [Id],
        Tokens = [AccessTokenKind.System],
        Partial = new(400, "blocked"),
    };

    public static ApiOperation<NoPayload, Receipt> Count { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "CountParcels",
        Method = "GET",
        Path = "/{depot-id}",
        Account = "depot-id",
        Parameters =
        [
            Id,
            Query("fields"),
            new() { Name = "start", Place = ApiParameterPlace.Expansion, IsRequired = true },
            new() { Name = "step", Place = ApiParameterPlace.Expansion, Values = ["DAY", "MONTH"] },
            new() { Name = "senders", Place = ApiParameterPlace.Expansion, IsList = true },
        ],
        Tokens = [AccessTokenKind.System],
        Expansion = "counts",
        IsRepeatSafe = true,
    };

    public static ApiOperation<NoPayload, Receipt> Rename { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "RenameDepot",
        Method = "POST",
        Path = "/{depot-id}",
        Account = "depot-id",
        Content = ApiContent.Form,
        Parameters =
        [
            Id,
            new() { Name = "name", Place = ApiParameterPlace.Form, IsRequired = true },
            new() { Name = "note", Place = ApiParameterPlace.Form },
            new() { Name = "tags", Place = ApiParameterPlace.Form, IsList = true, Values = ["NEW", "OLD"] },
        ],
        Tokens = [AccessTokenKind.System],
    };

    public static ApiOperation<Order, Receipt> Accept { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "AcceptDepot",
        Method = "POST",
        Path = "/{depot-id}/accept",
        Content = ApiContent.Json,
        Parameters = [Id],
        Tokens = [AccessTokenKind.System],
        IsBodyOptional = true,
    };

    /// <summary>For the own system token only, with a proof.</summary>
    public static ApiOperation<NoPayload, Receipt> Lend { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "LendMoney",
        Method = "POST",
        Path = "/{depot-id}/loans",
        Account = "depot-id",
        Parameters = [Id],
        Tokens = [AccessTokenKind.System],
        TokensBecause = "The money is the company's, so only its own token may lend it.",
        NeedsProof = true,
        Quotas = ["credit"],
    };

    public static ApiOperation<NoPayload, Receipt> Inspect { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "InspectApp",
        Method = "GET",
        Path = "/app",
        Tokens = [AccessTokenKind.App],
        IsRepeatSafe = true,
    };

    public static ApiOperation<NoPayload, Receipt> Open { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "OpenDepot",
        Method = "POST",
        Path = "/{depot-id}/open",
        Account = "depot-id",
        Parameters = [Id],
        Tokens = [AccessTokenKind.System, AccessTokenKind.Business],
        Quotas = ["upkeep", "opening"],
    };

    public static ApiOperation<NoPayload, Receipt> Tidy { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "TidyDepot",
        Method = "POST",
        Path = "/{depot-id}/tidy",
        Account = "depot-id",
        Parameters = [Id],
        Tokens = [AccessTokenKind.System, AccessTokenKind.Business],
        Quotas = ["upkeep"],
    };

    public static ApiOperation<NoPayload, Receipt> Attach { get; } = new()
    {
        Api = Parcels.Definition,
        Group = "depots",
        Name = "AttachPapers",
        Method = "POST",
        Path = "/{depot-id}/papers",
        Account = "depot-id",
        Content = ApiContent.Multipart,
        Parameters =
        [
            Id,
            new() { Name = "papers[]", Place = ApiParameterPlace.Form, IsRequired = true, IsFile = true, IsList = true, Media = [new("application/pdf", 1000)] },
        ],
        Tokens = [AccessTokenKind.System],
    };

    private static ApiParameter Query(string name) => new() { Name = name, Place = ApiParameterPlace.Query };
}
