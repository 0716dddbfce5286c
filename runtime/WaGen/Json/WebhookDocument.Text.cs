using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

public sealed partial class WebhookDocument
{
    private readonly Lock _decoding = new();
    private readonly DecodedTexts _decoded;

    /// <summary>Gets how many strings were decoded.</summary>
    internal int DecodedCount => _decoded.Count;

    /// <summary>Decodes the escapes of a string while the document is known to be in use.</summary>
    internal ReadOnlySpan<byte> Decode(int node) => Decode(_version, node);

    /// <summary>Decodes the escapes of a string once and returns the text, which stays where it is until the document is returned.</summary>
    /// <exception cref="ObjectDisposedException">The document was returned.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ReadOnlySpan<byte> Decode(int version, int node)
    {
        // The document is returned under the same lock, so nothing is ever written into memory that is no longer its own.
        lock (_decoding)
        {
            ThrowIfLate(version);
            if (!_decoded.TryGet(node, out ReadOnlySpan<byte> text))
            {
                TapeNode source = Tape.Nodes[node];
                text = _decoded.Add(node, new ReadOnlySpan<byte>(Body, source.Offset, source.Length));
            }

            return text;
        }
    }
}
