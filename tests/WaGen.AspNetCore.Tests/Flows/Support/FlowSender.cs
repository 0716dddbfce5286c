using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WaGen.AspNetCore.Tests.Flows.Support;

/// <summary>Encrypts requests and decrypts answers as the platform does.</summary>
internal sealed class FlowSender
{
    public FlowSender(string publicKey, string json)
    {
        Key = RandomNumberGenerator.GetBytes(16);
        Vector = RandomNumberGenerator.GetBytes(16);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(publicKey);
        EncryptedKey = rsa.Encrypt(Key, RSAEncryptionPadding.OaepSHA256);
        Data = ReferenceGcm.Seal(Key, Vector, Encoding.UTF8.GetBytes(json));
    }

    public byte[] Key { get; }

    public byte[] Vector { get; }

    public byte[] EncryptedKey { get; }

    public byte[] Data { get; }

    public byte[] Body() => Envelope(Data, EncryptedKey, Vector);

    public string Read(string answer)
    {
        byte[] vector = [.. Vector.Select(static part => (byte)~part)];
        byte[] plain = ReferenceGcm.Open(Key, vector, Convert.FromBase64String(answer)) ?? throw new InvalidDataException("The tag of the answer is wrong.");
        return Encoding.UTF8.GetString(plain);
    }

    public static byte[] Envelope(byte[] data, byte[] key, byte[] vector) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
    {
        ["encrypted_flow_data"] = Convert.ToBase64String(data),
        ["encrypted_aes_key"] = Convert.ToBase64String(key),
        ["initial_vector"] = Convert.ToBase64String(vector),
    });
}
