using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using WaGen.Client;

namespace WaGen;

/// <summary>A file to be uploaded. It is streamed: at no time is more of it in memory than a piece.</summary>
[DebuggerDisplay("{ContentType} ({Length} bytes)")]
public sealed class MediaFile
{
    private const int LongestName = 240;

    private readonly Func<CancellationToken, ValueTask<Stream>> _open;

    private MediaFile(Func<CancellationToken, ValueTask<Stream>> open, string contentType, string fileName, long? length)
    {
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (!MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException("The content type is no media type such as image/jpeg.", nameof(contentType));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(length ?? 0, nameof(length));
        _open = open;
        ContentType = contentType;
        FileName = Clean(fileName);
        Length = length;
    }

    /// <summary>Gets the media type, such as <c>image/jpeg</c> or <c>audio/ogg; codecs=opus</c>.</summary>
    public string ContentType { get; }

    /// <summary>Gets the name that is sent with the file; characters that cannot stand in a header are replaced.</summary>
    public string FileName { get; }

    /// <summary>Gets the size in bytes; null when nobody knows, then limits are left to the server.</summary>
    public long? Length { get; }

    /// <summary>Gets a value indicating whether the file can be read again, so that a failed upload can be repeated.</summary>
    public bool CanReopen { get; private init; } = true;

    /// <summary>Gets a value indicating whether streams are closed after sending.</summary>
    internal bool OwnsStreams { get; private init; } = true;

    /// <summary>Takes a file of the file system. It is opened when it is sent.</summary>
    /// <param name="path">The path.</param>
    /// <param name="contentType">The media type; null to take the one of the file name's extension.</param>
    /// <param name="fileName">The name to send; null for that of the file.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">The type is null and the extension is none that the platform accepts.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static MediaFile FromFile(string path, string? contentType = null, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileInfo(path);
        contentType ??= MediaTypes.Of(file.Extension)
            ?? throw new ArgumentException("The extension of the file tells no media type that the platform accepts; name one.", nameof(contentType));
        long length = file.Exists ? file.Length : throw new FileNotFoundException("The file to upload does not exist.", path);
        return new MediaFile(_ => new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true)), contentType, fileName ?? file.Name, length);
    }

    /// <summary>Takes a stream, which is read from its current position and left open.</summary>
    /// <param name="stream">The stream. When it can seek, a failed upload can be repeated.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="fileName">The name to send.</param>
    /// <param name="length">The bytes from the current position on; null to ask the stream, which knows when it can seek.</param>
    /// <returns>The file.</returns>
    public static MediaFile FromStream(Stream stream, string contentType, string fileName = "file", long? length = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long start = stream.CanSeek ? stream.Position : 0;
        return new MediaFile(_ => new(Rewind(stream, start)), contentType, fileName, length ?? (stream.CanSeek ? stream.Length - start : null))
        {
            CanReopen = stream.CanSeek,
            OwnsStreams = false,
        };
    }

    /// <summary>Takes bytes that are in memory anyway.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="fileName">The name to send.</param>
    /// <returns>The file.</returns>
    public static MediaFile FromBytes(ReadOnlyMemory<byte> bytes, string contentType, string fileName = "file") =>
        new(_ => new(AsStream(bytes)), contentType, fileName, bytes.Length);

    /// <summary>Takes a function that opens the file, once for each try. Its streams are closed after sending.</summary>
    /// <param name="open">Opens the file at its beginning.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="fileName">The name to send.</param>
    /// <param name="length">The size in bytes; null when nobody knows.</param>
    /// <returns>The file.</returns>
    public static MediaFile FromSource(Func<CancellationToken, ValueTask<Stream>> open, string contentType, string fileName = "file", long? length = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new MediaFile(open, contentType, fileName, length);
    }

    /// <summary>Describes the file without its name, which may tell of a person.</summary>
    /// <returns>Type and size.</returns>
    public override string ToString() => Length is { } length ? $"{ContentType} ({length} bytes)" : ContentType;

    /// <summary>Opens the file at its beginning.</summary>
    internal ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => _open(cancellationToken);

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(bytes.ToArray(), writable: false);

    private static Stream Rewind(Stream stream, long start)
    {
        if (stream.CanSeek)
        {
            stream.Position = start;
        }

        return stream;
    }

    private static string Clean(string name)
    {
        string clean = string.Concat(name.Select(static c => char.IsControl(c) || char.IsSurrogate(c) || c is '"' or '\\' or '/' ? '_' : c));
        return clean.Length <= LongestName ? clean : clean[^LongestName..];
    }
}
