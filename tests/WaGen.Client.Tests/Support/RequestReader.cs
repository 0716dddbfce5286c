using System.Globalization;
using System.Text;

namespace WaGen.Client.Tests;

/// <summary>Reads HTTP/1.1 requests from a connection.</summary>
internal sealed class RequestReader(Stream stream, CancellationToken cancellationToken)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    public long BodyBytes { get; private set; }

    /// <summary>The next request; null when the connection has ended. Its body ends early after <paramref name="breakAfter"/> bytes.</summary>
    public async Task<Received?> ReadAsync(int? breakAfter, bool keepsBodies)
    {
        if (await LineAsync() is not { Length: > 0 } first)
        {
            return null;
        }

        string[] parts = first.Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync() is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        BodyBytes = 0;
        using var body = new MemoryStream();
        if (headers.ContainsKey("Transfer-Encoding"))
        {
            int size;
            while ((size = int.Parse((await LineAsync())!, NumberStyles.HexNumber, CultureInfo.InvariantCulture)) > 0)
            {
                await CopyAsync(size, keepsBodies ? body : null);
                await LineAsync();
            }

            await LineAsync();
        }
        else if (headers.TryGetValue("Content-Length", out string? length))
        {
            long size = long.Parse(length, CultureInfo.InvariantCulture);
            await CopyAsync(Math.Min(size, breakAfter ?? size), keepsBodies ? body : null);
        }

        return new Received(parts[0], parts[1], headers, body.ToArray());
    }

    private async Task CopyAsync(long size, MemoryStream? body)
    {
        while (size > 0)
        {
            if (_start == _end && !await FillAsync())
            {
                return;
            }

            int piece = (int)Math.Min(size, _end - _start);
            body?.Write(_buffer, _start, piece);
            BodyBytes += piece;
            _start += piece;
            size -= piece;
        }
    }

    private async Task<string?> LineAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end && !await FillAsync())
            {
                return null;
            }

            char c = (char)_buffer[_start++];
            if (c == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(c);
        }
    }

    private async Task<bool> FillAsync()
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken);
        return _end > 0;
    }
}
