namespace WaGen.Client.Tests;

/// <summary>A made-up API with one operation of each kind.</summary>
internal static class Parcels
{
    public static ApiDefinition Definition { get; } = new()
    {
        Name = "Parcels",
        Version = "v3.0",
        Hosts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["graph"] = ["api.parcels.example"], ["media"] = ["files.parcels.example", "more.parcels.example"] },
        Errors = new ApiErrorTable(
            Entry(4, ApiErrorClass.RetryLater, ApiErrorWait.Usage, "App limit"),
            Entry(2, ApiErrorClass.RetryNow, ApiErrorWait.Backoff, "Outage"),
            Entry(100, ApiErrorClass.FixRequest, ApiErrorWait.None, "Parameter invalid"),
            Entry(190, ApiErrorClass.FixAccount, ApiErrorWait.None, "Token expired", subcode: 463),
            Entry(190, ApiErrorClass.FixAccount, ApiErrorWait.None, "Token invalid"),
            new ApiErrorEntry { From = 201, To = 299, Class = ApiErrorClass.FixAccount, Title = "Permission missing" },
            Entry(368, ApiErrorClass.RetryLater, ApiErrorWait.None, "Blocked"),
            Entry(130429, ApiErrorClass.RetryLater, ApiErrorWait.Usage, "Throughput of the number"),
            Entry(131026, ApiErrorClass.Never, ApiErrorWait.None, "Undeliverable"),
            Entry(131056, ApiErrorClass.RetryLater, ApiErrorWait.Pair, "Pair limit"),
            new ApiErrorEntry { From = 131057, To = 131057, Class = ApiErrorClass.RetryLater, Wait = ApiErrorWait.Fixed, Delay = TimeSpan.FromSeconds(60), Title = "Maintenance" }),
        Quotas = new Dictionary<string, ApiQuota>(StringComparer.Ordinal)
        {
            ["upkeep"] = new() { Name = "upkeep", Calls = 4, CallsWhenActive = 2000, Period = TimeSpan.FromHours(1), Per = "depot-id" },
            ["opening"] = new() { Name = "opening", Calls = 2, Period = TimeSpan.FromHours(72), Per = "depot-id" },
            ["credit"] = new() { Name = "credit", Calls = 3, Period = TimeSpan.FromHours(1) },
        },
        ReadError = static (json, findings) => PayloadParser.Parse<Note>(json, findings),
    };

    public static ApiOperation<Order, Receipt> Send { get; } = new()
    {
        Api = Definition,
        Group = "sending",
        Name = "SendParcel",
        Method = "POST",
        Path = "/{depot-id}/parcels",
        Account = "depot-id",
        Content = ApiContent.Json,
        Parameters = [new() { Name = "depot-id", Place = ApiParameterPlace.Path, IsRequired = true }, new() { Name = "trial", Place = ApiParameterPlace.Query }],
        Tokens = [AccessTokenKind.System, AccessTokenKind.Business],
        Limiter = "messages",
    };

    public static ApiOperation<NoPayload, Receipt> Cancel { get; } = new()
    {
        Api = Definition,
        Group = "sending",
        Name = "CancelParcel",
        Method = "POST",
        Path = "/{parcel-id}/cancel",
        Parameters = [new() { Name = "parcel-id", Place = ApiParameterPlace.Path, IsRequired = true }],
        Tokens = [AccessTokenKind.System],
    };

    public static ApiOperation<NoPayload, Receipt> Get { get; } = new()
    {
        Api = Definition,
        Group = "tracking",
        Name = "GetParcel",
        Method = "GET",
        Path = "/{parcel-id}",
        Account = "depot_id",
        Parameters =
        [
            new() { Name = "parcel-id", Place = ApiParameterPlace.Path, IsRequired = true },
            new() { Name = "depot_id", Place = ApiParameterPlace.Query },
            new() { Name = "fields", Place = ApiParameterPlace.Query, Constant = "id,label" },
            new() { Name = "X-Priority", Place = ApiParameterPlace.Header },
        ],
        Tokens = [AccessTokenKind.System, AccessTokenKind.Business],
        IsRepeatSafe = true,
    };

    public static ApiOperation<NoPayload, Receipt> Ping { get; } = new()
    {
        Api = Definition,
        Group = "tracking",
        Name = "Ping",
        Method = "GET",
        Path = "/ping",
        IsRepeatSafe = true,
    };

    /// <summary>Reads, and yet works once only, as the exchange of a code does.</summary>
    public static ApiOperation<NoPayload, Receipt> Redeem { get; } = new()
    {
        Api = Definition,
        Group = "parcels",
        Name = "RedeemCode",
        Method = "GET",
        Path = "/code",
    };

    public static ApiOperation<NoPayload, Receipt> Upload { get; } = new()
    {
        Api = Definition,
        Group = "files",
        Name = "UploadLabel",
        Method = "POST",
        Path = "/{depot-id}/labels",
        Account = "depot-id",
        Content = ApiContent.Multipart,
        Parameters =
        [
            new() { Name = "depot-id", Place = ApiParameterPlace.Path, IsRequired = true },
            new() { Name = "product", Place = ApiParameterPlace.Form, IsRequired = true, Constant = "parcels" },
            new() { Name = "type", Place = ApiParameterPlace.Form },
            new() { Name = "minutes", Place = ApiParameterPlace.Form },
            new()
            {
                Name = "file",
                Place = ApiParameterPlace.Form,
                IsRequired = true,
                IsFile = true,
                Media = [new("image/png", 1000, "label"), new("image/png", 2000, "photo"), new("application/pdf", 100_000_000)],
            },
        ],
        Tokens = [AccessTokenKind.System],
    };

    public static ApiOperation<NoPayload, Receipt> UploadBytes { get; } = new()
    {
        Api = Definition,
        Group = "files",
        Name = "UploadBytes",
        Method = "POST",
        Path = "/{upload-id}",
        Content = ApiContent.Bytes,
        Authorization = "OAuth",
        Parameters =
        [
            new() { Name = "upload-id", Place = ApiParameterPlace.Path, IsRequired = true },
            new() { Name = "file_offset", Place = ApiParameterPlace.Header, IsRequired = true },
        ],
        Tokens = [AccessTokenKind.System],
    };

    public static ApiOperation<NoPayload, NoPayload> Download { get; } = new()
    {
        Api = Definition,
        Group = "files",
        Name = "DownloadLabel",
        Method = "GET",
        Path = "{url}",
        Hosts = ["media"],
        AnswerContent = ApiContent.Bytes,
        Parameters = [new() { Name = "url", Place = ApiParameterPlace.Path, IsRequired = true }],
        Tokens = [AccessTokenKind.System, AccessTokenKind.Business],
        IsRepeatSafe = true,
    };

    private static ApiErrorEntry Entry(int code, ApiErrorClass @class, ApiErrorWait wait, string title, int? subcode = null) =>
        new() { From = code, To = code, Subcode = subcode, Class = @class, Wait = wait, Title = title };
}
