namespace WaGen;

/// <summary>What can be done about an error of an API.</summary>
public enum ApiErrorClass
{
    /// <summary>The table does not list the code.</summary>
    Unknown,

    /// <summary>Try again at once, with growing pauses: the failure passes by itself.</summary>
    RetryNow,

    /// <summary>Try again after a time that the error, the usage headers or the documentation gives.</summary>
    RetryLater,

    /// <summary>Change the request: it fails each time as it is.</summary>
    FixRequest,

    /// <summary>Change the account, its number, its token or a permission: the request is right.</summary>
    FixAccount,

    /// <summary>Nothing helps: the recipient cannot be reached or does not want to.</summary>
    Never,
}
