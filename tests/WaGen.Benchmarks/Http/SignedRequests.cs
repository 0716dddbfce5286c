using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaGen.Benchmarks.Http;

/// <summary>Requests of one length that wait to be sent, each with events that were never sent before and the signature of its own body.</summary>
internal sealed class SignedRequests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(LoadApp.Secret);

    // Ids of messages have a part that is the same for one phone number; what follows it is made new here.
    private static readonly byte[] FixedPartOfId = "\"wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ"u8.ToArray();

    private readonly byte[] _requests;
    private readonly int _length;
    private readonly int _signature;
    private readonly int _body;
    private readonly int[] _ids;

    /// <summary>Makes room.</summary>
    /// <param name="path">The path that they are sent to.</param>
    /// <param name="body">The body, apart from the ids of its messages.</param>
    /// <param name="count">How many requests are ready at a time.</param>
    public SignedRequests(string path, byte[] body, int count)
    {
        const string Signature = "X-Hub-Signature-256: sha256=";
        string head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {path} HTTP/1.1
            Host: bots.example.org
            User-Agent: facebookexternalua
            Accept: */*
            Content-Type: application/json
            Content-Length: {body.Length}
            {Signature}{new string('0', SHA256.HashSizeInBytes * 2)}


            """).ReplaceLineEndings("\r\n");
        byte[] request = [.. Encoding.ASCII.GetBytes(head), .. body];
        Count = count;
        _length = request.Length;
        _signature = head.IndexOf(Signature, StringComparison.Ordinal) + Signature.Length;
        _body = head.Length;
        _ids = FindIds(request);
        _requests = new byte[_length * count];
        for (int i = 0; i < count; i++)
        {
            request.CopyTo(_requests, i * _length);
        }
    }

    /// <summary>Gets how many requests are ready at a time.</summary>
    public int Count { get; }

    /// <summary>Gets how many events each request has.</summary>
    public int Events => _ids.Length;

    /// <summary>Gets one request, to the last byte.</summary>
    public ReadOnlySpan<byte> this[int index] => _requests.AsSpan(index * _length, _length);

    /// <summary>Gives every request ids that no request had before, and signs it.</summary>
    /// <param name="number">The number of the next id; it is raised by what was used.</param>
    public void Renew(ref long number)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (int i = 0; i < Count; i++)
        {
            Span<byte> request = _requests.AsSpan(i * _length, _length);
            foreach (int id in _ids)
            {
                Utf8Formatter.TryFormat(number++, request[id..], out _, new System.Buffers.StandardFormat('X', 16));
            }

            HMACSHA256.HashData(Secret, request[_body..], mac);
            Convert.TryToHexStringLower(mac, request[_signature..], out _);
        }
    }

    private static int[] FindIds(ReadOnlySpan<byte> request)
    {
        var ids = new List<int>();
        int from = 0;
        while (request[from..].IndexOf(FixedPartOfId) is >= 0 and int found)
        {
            from += found + FixedPartOfId.Length;
            ids.Add(from);
        }

        return [.. ids];
    }
}
