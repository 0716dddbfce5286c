using System.Buffers.Text;

namespace WaGen.Benchmarks.Receiving;

/// <summary>A body whose events can be turned into ones that never came before, without making a new body.</summary>
internal sealed class DistinctBody
{
    private readonly Memory<byte> _body;
    private readonly int[] _numbers;
    private long _round;

    /// <summary>Finds the ids of messages in a body; it will be written to.</summary>
    public DistinctBody(Memory<byte> body)
    {
        _body = body;
        ReadOnlySpan<byte> id = "\"id\":\"wamid."u8;
        var numbers = new List<int>();
        for (int at = body.Span.IndexOf(id); at >= 0;)
        {
            int number = at + id.Length;
            numbers.Add(number);
            int next = body.Span[number..].IndexOf(id);
            at = next < 0 ? -1 : number + next;
        }

        _numbers = [.. numbers];
    }

    /// <summary>Gets how many ids there are.</summary>
    public int Ids => _numbers.Length;

    /// <summary>Writes the number of the round into every id. What tells the ids of one body apart stands behind it.</summary>
    public void Renew()
    {
        Span<byte> digits = stackalloc byte[16];
        Utf8Formatter.TryFormat(++_round, digits, out _, new System.Buffers.StandardFormat('X', 16));
        foreach (int number in _numbers)
        {
            digits.CopyTo(_body.Span[number..]);
        }
    }
}
