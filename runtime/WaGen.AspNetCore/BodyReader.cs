using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WaGen.AspNetCore;

/// <summary>Reads a request body into memory, never more than allowed.</summary>
internal static class BodyReader
{
    // Memory for more than this is reserved only after this much has arrived, because announcing a large body costs a sender nothing.
    private const int LargestAdvance = 64 * 1024;

    /// <summary>How much memory to reserve before the first byte is there.</summary>
    public static int SizeHint(HttpRequest request) => (int)Math.Clamp(request.ContentLength ?? 0, 0, LargestAdvance);

    public static async ValueTask<BodyReadResult> ReadAsync(HttpContext context, WebhookBody body, int limit)
    {
        long? announced = context.Request.ContentLength;
        if (announced > limit)
        {
            return BodyReadResult.TooLarge;
        }

        // The server's own limit counts chunk headers as well, so the only exact limit is the one below.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = null;
        }

        try
        {
            return await ReadAsync(context.Request.BodyReader, body, limit, (int)(announced ?? 0)).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => BodyReadResult.TooLarge,
                StatusCodes.Status408RequestTimeout => BodyReadResult.TooSlow,
                _ => BodyReadResult.Incomplete,
            };
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // Nobody is left to answer. Without this the server would try to read on for the next request, and log an error when that fails.
            context.Abort();
            return BodyReadResult.Incomplete;
        }
    }

    private static async ValueTask<BodyReadResult> ReadAsync(PipeReader reader, WebhookBody body, int limit, int announced)
    {
        while (true)
        {
            // Without a token: the server ends the read when the connection does, and a read that a token ended cannot be cleaned up without an error in the log.
            ReadResult read = await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = read.Buffer;
            if (read.IsCanceled)
            {
                reader.AdvanceTo(buffer.Start);
                return BodyReadResult.Incomplete;
            }

            if (buffer.Length > limit - body.Length)
            {
                reader.AdvanceTo(buffer.Start);
                return BodyReadResult.TooLarge;
            }

            foreach (ReadOnlyMemory<byte> segment in buffer)
            {
                body.Write(segment.Span);
            }

            reader.AdvanceTo(buffer.End);
            if (body.Length >= LargestAdvance && body.Length < announced)
            {
                body.GetMemory(announced - body.Length);
            }

            if (read.IsCompleted)
            {
                return BodyReadResult.Complete;
            }
        }
    }
}
