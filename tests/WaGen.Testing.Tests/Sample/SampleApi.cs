namespace WaGen.Testing.Tests.Sample;

/// <summary>A few operations of the platform, written by hand in the way that schemas are printed.</summary>
internal static class SampleApi
{
    public const int LargestImage = 1000;
    private const string Number = "phone-number-id";
    private const string Media = "media-id";
    private const string Session = "upload-session-id";
    private static readonly AccessTokenKind[] Tokens = [AccessTokenKind.User, AccessTokenKind.System];

    public static ApiDefinition Definition { get; } = new()
    {
        Name = "WhatsApp",
        Version = "v25.0",
        Hosts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["graph"] = ["graph.facebook.com"], ["media"] = ["lookaside.fbsbx.com"] },
        Errors = new ApiErrorTable(
            new ApiErrorEntry { From = 131056, To = 131056, Class = ApiErrorClass.RetryLater, Wait = ApiErrorWait.Pair, Title = "Pair rate limit" },
            new ApiErrorEntry { From = 131047, To = 131047, Class = ApiErrorClass.FixRequest, Title = "Re-engagement message" }),
    };

    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        Of<SampleRequest>("SendMessage", "POST", "/{phone-number-id}/messages", Number, ApiContent.Json, limiter: "messages"),
        Of<SampleRequest>("SendMarketingMessage", "POST", "/{phone-number-id}/marketing_messages", Number, ApiContent.Json, limiter: "messages"),
        Of<NoPayload>("UploadMedia", "POST", "/{phone-number-id}/media", Number, ApiContent.Multipart, Form("messaging_product", "whatsapp"), Form("type"), new ApiParameter
        {
            Name = "file",
            Place = ApiParameterPlace.Form,
            IsRequired = true,
            IsFile = true,
            Media = [new MediaLimit("image/png", LargestImage, "image"), new MediaLimit("image/webp", 100, "sticker"), new MediaLimit("image/webp", 500, "sticker")],
        }),
        Of<NoPayload>("GetMedia", "GET", "/{media-id}", Media, ApiContent.None, Query("phone_number_id")),
        Of<NoPayload>("DeleteMedia", "DELETE", "/{media-id}", Media, ApiContent.None, Query("phone_number_id")),
        new ApiOperation<NoPayload, NoPayload>
        {
            Api = Definition,
            Group = "messaging",
            Name = "DownloadMedia",
            Method = "GET",
            Path = "{url}",
            Hosts = ["media"],
            AnswerContent = ApiContent.Bytes,
            Tokens = Tokens,
        },
        Of<NoPayload>("CreateUploadSession", "POST", "/{app-id}/uploads", "app-id", ApiContent.None, Query("file_name"), Query("file_length", isRequired: true), Query("file_type", isRequired: true)),
        Of<NoPayload>("UploadFileData", "POST", "/{upload-session-id}", Session, ApiContent.Bytes, "OAuth", new ApiParameter { Name = "file_offset", Place = ApiParameterPlace.Header, IsRequired = true }),
        Of<NoPayload>("GetUploadSession", "GET", "/{upload-session-id}", Session, ApiContent.None, "OAuth"),
        Of<NoPayload>("GetPhoneNumber", "GET", "/{phone-number-id}", Number, ApiContent.None),
        Of<NoPayload>("RegisterPhoneNumber", "POST", "/{phone-number-id}/register", Number, ApiContent.None),
    ];

    private static ApiOperation<TBody, NoPayload> Of<TBody>(string name, string method, string path, string account, ApiContent content, params ApiParameter[] parameters)
        where TBody : Payload, WaGen.Runtime.IPayload<TBody> => Of<TBody>(name, method, path, account, content, "Bearer", parameters);

    private static ApiOperation<TBody, NoPayload> Of<TBody>(string name, string method, string path, string account, ApiContent content, string authorization, params ApiParameter[] parameters)
        where TBody : Payload, WaGen.Runtime.IPayload<TBody> => Of<TBody>(name, method, path, account, content, limiter: null, authorization, parameters);

    private static ApiOperation<TBody, NoPayload> Of<TBody>(
        string name, string method, string path, string account, ApiContent content, string? limiter, string authorization = "Bearer", params ApiParameter[] parameters)
        where TBody : Payload, WaGen.Runtime.IPayload<TBody> => new()
        {
            Api = Definition,
            Group = "messaging",
            Name = name,
            Method = method,
            Path = path,
            Account = account,
            Content = content,
            Authorization = authorization,
            Tokens = Tokens,
            Limiter = limiter,
            Parameters = parameters,
        };

    private static ApiParameter Query(string name, bool isRequired = false) => new() { Name = name, Place = ApiParameterPlace.Query, IsRequired = isRequired };

    private static ApiParameter Form(string name, string? constant = null) => new() { Name = name, Place = ApiParameterPlace.Form, Constant = constant };
}
