namespace WaGen;

/// <summary>How the body of a request or an answer is sent.</summary>
public enum ApiContent
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>A JSON object.</summary>
    Json,

    /// <summary>A form of several parts (<c>multipart/form-data</c>).</summary>
    Multipart,

    /// <summary>The bytes of a file.</summary>
    Bytes,

    /// <summary>A form of one part (<c>application/x-www-form-urlencoded</c>).</summary>
    Form,
}
