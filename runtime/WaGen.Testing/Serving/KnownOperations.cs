namespace WaGen.Testing;

/// <summary>The operations that have an answer of their own.</summary>
internal static class KnownOperations
{
    public const string SendMessage = "SendMessage";
    public const string SendMarketingMessage = "SendMarketingMessage";
    public const string SendEncryptedMessage = "SendEncryptedMessage";
    public const string UploadMedia = "UploadMedia";
    public const string GetMedia = "GetMedia";
    public const string DeleteMedia = "DeleteMedia";
    public const string CreateUploadSession = "CreateUploadSession";
    public const string UploadFileData = "UploadFileData";
    public const string GetUploadSession = "GetUploadSession";

    /// <summary>Whether the body must name the product, although schemas write it always and so cannot miss it.</summary>
    public static bool NeedsProduct(ApiOperation operation) => operation.Name is SendMessage or SendMarketingMessage or SendEncryptedMessage;

    /// <summary>Whether the operation is about an upload in pieces, whose ids stand where other operations have ids of other things.</summary>
    public static bool IsUploadSession(ApiOperation operation) => operation.Name is UploadFileData or GetUploadSession;

    /// <summary>Whether the operation is about a file.</summary>
    public static bool IsFile(ApiOperation operation) => operation.Name is GetMedia or DeleteMedia;
}
