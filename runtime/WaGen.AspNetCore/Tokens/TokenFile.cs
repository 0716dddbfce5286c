namespace WaGen.AspNetCore;

/// <summary>A file of the directory as it was found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Changed">When it was last written.</param>
/// <param name="Length">How many bytes it has.</param>
internal sealed record TokenFile(string Name, DateTime Changed, long Length)
{
    /// <summary>What is in it; null when it could not be read.</summary>
    public TokenFileContent? Content { get; set; }

    public TokenFileState State { get; set; }
}
