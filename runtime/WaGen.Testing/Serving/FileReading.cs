using System.Buffers;
using System.Security.Cryptography;

namespace WaGen.Testing;

/// <summary>Reads streams to their end without keeping more than allowed.</summary>
internal static class FileReading
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Reads a file. What is too much is counted and hashed, so that the sender gets its answer instead of a broken connection.</summary>
    public static async Task<ReceivedFile> ReadAsync(Stream stream, int limit, string? contentType, string? fileName, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var kept = new MemoryStream();
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        long length = 0;
        bool isComplete = true;
        try
        {
            for (int read; (read = await stream.ReadAsync(chunk.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0;)
            {
                length += read;
                hash.AppendData(chunk, 0, read);
                kept.Write(chunk, 0, (int)Math.Min(read, limit - kept.Length));
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or Microsoft.AspNetCore.Http.BadHttpRequestException)
        {
            isComplete = false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return new ReceivedFile(kept.ToArray(), length, Convert.ToHexStringLower(hash.GetHashAndReset()), contentType, fileName, isComplete);
    }
}
