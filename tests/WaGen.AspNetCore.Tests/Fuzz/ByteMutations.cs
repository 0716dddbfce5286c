using System.Text;

namespace WaGen.AspNetCore.Tests.Fuzz;

/// <summary>Changes bodies as bytes, whatever they mean.</summary>
internal static class ByteMutations
{
    /// <summary>A few more levels than a body may have.</summary>
    private const int MaxNesting = 530;

    private static readonly byte[] Interesting = [.. "{}[]\",:\\/ \t\n\r\0tfnue0123456789.-+E\u007F\u001F"u8, 0x80, 0xBF, 0xC0, 0xE2, 0xED, 0xF4, 0xFF];

    private static readonly byte[][] Pieces =
    [
        [0xC3, 0x28],
        [0xED, 0xA0, 0x80],
        [0xF5, 0x80, 0x80, 0x80],
        [0xE2, 0x82],
        [0xEF, 0xBB, 0xBF],
        .. new[] { "\\ud800", "\\udc00\\ud800", "\\u00", "\\x", "\\u0000", "\\\"", "\"\"", "null", "-", "1e999", "01", ",", ",,", "\"field\":\"messages\",", "\"type\":7," }.Select(Encoding.UTF8.GetBytes),
    ];

    public static byte[] Mutate(byte[] body, Random random)
    {
        byte[] mutated = body;
        for (int i = random.Next(1, 4); i > 0 && mutated.Length > 0; i--)
        {
            mutated = Once(mutated, random);
        }

        return mutated;
    }

    private static byte[] Once(byte[] body, Random random)
    {
        int at = random.Next(body.Length);
        int length = random.Next(1, 1 + Math.Min(body.Length - at, random.Next(2) == 0 ? 8 : 400));
        switch (random.Next(8))
        {
            case 0:
                return With(body, at, (byte)(body[at] ^ (1 << random.Next(8))));
            case 1:
                return With(body, at, Interesting[random.Next(Interesting.Length)]);
            case 2:
                return body[..at];
            case 3:
                return [.. body[..(at + length)], .. body[at..]];
            case 4:
                return [.. body[..at], .. body[(at + length)..]];
            case 5:
                return Insert(body, at, Pieces[random.Next(Pieces.Length)]);
            case 6:
                int from = random.Next(body.Length);
                return Insert(body, at, body[from..Math.Min(body.Length, from + length)]);
            default:
                int brace = Array.IndexOf(body, (byte)'{', at);
                int depth = random.Next(2) == 0 ? random.Next(495, MaxNesting) : random.Next(1, MaxNesting);
                return brace < 0 ? body : Insert(body, brace + 1, Encoding.ASCII.GetBytes($"\"deep\":{new string('[', depth)}{new string(']', depth)},"));
        }
    }

    private static byte[] With(byte[] body, int at, byte value)
    {
        byte[] changed = [.. body];
        changed[at] = value;
        return changed;
    }

    private static byte[] Insert(byte[] body, int at, byte[] piece) => [.. body[..at], .. piece, .. body[at..]];
}
