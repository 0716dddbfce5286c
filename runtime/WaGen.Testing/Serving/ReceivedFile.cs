namespace WaGen.Testing;

/// <summary>A file as it was received.</summary>
/// <param name="Content">The bytes, as many as are kept.</param>
/// <param name="Length">How many there were.</param>
/// <param name="Sha256">The hash of all of them, in lower-case hexadecimal digits.</param>
/// <param name="ContentType">The media type; null when nothing was said.</param>
/// <param name="FileName">The name; null without one.</param>
/// <param name="IsComplete">Whether the connection lasted to the end.</param>
internal sealed record ReceivedFile(byte[] Content, long Length, string Sha256, string? ContentType, string? FileName, bool IsComplete);
