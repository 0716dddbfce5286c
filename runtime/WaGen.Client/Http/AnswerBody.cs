using System.Diagnostics.CodeAnalysis;

namespace WaGen.Client;

/// <summary>Reads the bodies of answers, but not more than is sensible.</summary>
internal static class AnswerBody
{
    /// <summary>More than any answer of the API holds.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Errors are small; a page of a proxy may be cut off, as nobody reads it.</summary>
    public const int MostErrorBytes = 256 * 1024;

    /// <summary>Reads the whole body.</summary>
    /// <returns>The bytes; null when there are more than <paramref name="most"/>.</returns>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller gets the buffer.")]
    public static async ValueTask<PooledBuffer?> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
        {
            return null;
        }

        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new PooledBuffer();
            try
            {
                int read;
                while ((read = await stream.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0)
                {
                    buffer.Advance(read);
                    if (buffer.Length > most)
                    {
                        buffer.Dispose();
                        return null;
                    }
                }

                return buffer;
            }
            catch
            {
                buffer.Dispose();
                throw;
            }
        }
    }
}
