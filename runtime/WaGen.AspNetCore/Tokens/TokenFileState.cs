namespace WaGen.AspNetCore;

/// <summary>What is known of a file.</summary>
internal enum TokenFileState
{
    /// <summary>It holds a token.</summary>
    Readable,

    /// <summary>It is damaged, or was never written here.</summary>
    Foreign,

    /// <summary>It is whole, but the keys to decrypt it or the rights to open it are missing.</summary>
    Locked,
}
