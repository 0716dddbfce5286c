using System.Diagnostics;

namespace WaGen;

/// <summary>A file that is being downloaded. Dispose it to give the connection back.</summary>
[DebuggerDisplay("{ContentType} ({Length} bytes)")]
public sealed class MediaDownload : IAsyncDisposable, IDisposable
{
    private readonly HttpResponseMessage _response;

    internal MediaDownload(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        Stream = stream;
        ContentType = response.Content.Headers.ContentType?.ToString();
        Length = response.Content.Headers.ContentLength;
    }

    /// <summary>Gets the bytes as they arrive. Read to the end: a hash that is expected is compared there.</summary>
    public Stream Stream { get; }

    /// <summary>Gets the media type as the server named it; null when it named none.</summary>
    public string? ContentType { get; }

    /// <summary>Gets the size in bytes; null when the server did not tell.</summary>
    public long? Length { get; }

    /// <summary>Writes the file to a stream, piece by piece.</summary>
    /// <param name="destination">Takes the bytes.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <returns>A task that ends with the last byte.</returns>
    /// <exception cref="InvalidDataException">The bytes are not those that the expected hash belongs to; throw away what was written.</exception>
    public Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) => Stream.CopyToAsync(destination, cancellationToken);

    /// <summary>Describes the file without its content.</summary>
    /// <returns>Type and size.</returns>
    public override string ToString() => Length is { } length ? $"{ContentType} ({length} bytes)" : ContentType ?? string.Empty;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        _response.Dispose();
    }
}
