using System.Security.Cryptography;

namespace WaGen.Runtime;

public sealed partial class WebhookDocument
{
    private WebhookSignature _digest;
    private BodyDigest _digestKind;

    /// <summary>Gets what <see cref="GetDigest"/> has returned.</summary>
    internal BodyDigest DigestKind => _digestKind;

    /// <summary>Takes over the signature that the body was verified with: a digest of it that costs nothing.</summary>
    internal void SetSignature(in WebhookSignature signature)
    {
        _digest = signature;
        _digestKind = BodyDigest.Signature;
    }

    /// <summary>Returns 32 bytes that stand for the whole body. The first call may compute them, so it must be alone.</summary>
    internal WebhookSignature GetDigest()
    {
        if (_digestKind == BodyDigest.None)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Utf8, hash);
            _digest = new WebhookSignature(hash);
            _digestKind = BodyDigest.Hash;
        }

        return _digest;
    }

    private void ResetDigest()
    {
        _digest = default;
        _digestKind = BodyDigest.None;
    }
}
