namespace WaGen;

/// <summary>What decrypts and checks one file of a Flow.</summary>
internal sealed class FlowMediaKeys(byte[] key, byte[] macKey, byte[] vector, byte[] encryptedHash, byte[] plainHash)
{
    public byte[] Key { get; } = key;

    public byte[] MacKey { get; } = macKey;

    public byte[] Vector { get; } = vector;

    public byte[] EncryptedHash { get; } = encryptedHash;

    public byte[] PlainHash { get; } = plainHash;
}
