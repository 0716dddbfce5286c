using System.Security.Cryptography;
using WaGen.AspNetCore.Tests.Flows.Support;
using WaGen.Hosting;
using Xunit.Abstractions;

namespace WaGen.AspNetCore.Tests.Flows;

/// <summary>GCM with vectors of 16 bytes, against results of other implementations.</summary>
public class FlowCipherTests(ITestOutputHelper output)
{
    private const string Key = "000102030405060708090a0b0c0d0e0f";
    private const string Vector = "202122232425262728292a2b2c2d2e2f";

    // Made with the AES-GCM of OpenSSL.
    [Theory]
    [InlineData("", "27993edf54db72c063494d44d4fc111c")]
    [InlineData("7b2264617461223a7b22737461747573223a22616374697665227d7d", "89dc4d981f81973689e67413241c6ee1a451d662956372435d8a46b5b0bd4d79b4989d8285b0af6a8af240da")]
    [InlineData(
        "030a11181f262d343b424950575e656c737a81888f969da4abb2b9c0c7ced5dce3eaf1f8ff060d141b222930373e454c535a61686f767d848b9299a0a7aeb5bcc3cad1d8dfe6edf4fb020910171e252c333a41484f565d646b727980878e959ca3aab1b8",
        "f1f438e174c69838c9864e3712367efef511758b79818691931a82087118716453a8906947ee2de94d7aa0da34627419328f07b7b99cb532f1502bbe59b0d83cdb3b2f8ae97de2acae6b1f9c244afdea3457851870182a8af7ba9f3a096dcfb6c6030b404dcf605937c57c5c434e6ccc71d94eb2")]
    public void Known_texts_are_encrypted_as_elsewhere(string plain, string encrypted)
    {
        Assert.Equal(encrypted, Convert.ToHexStringLower(Seal(Hex(Key), Hex(Vector), Hex(plain))));
        Assert.Equal(encrypted, Convert.ToHexStringLower(ReferenceGcm.Seal(Hex(Key), Hex(Vector), Hex(plain))));
        byte[] opened = new byte[plain.Length / 2];
        Assert.True(FlowCipher.TryDecrypt(Hex(Key), Hex(Vector), Hex(encrypted), opened));
        Assert.Equal(plain, Convert.ToHexStringLower(opened));
    }

    [Fact]
    public void Short_vectors_give_what_the_platform_gives()
    {
        Random random = Start();
        for (int round = 0; round < 60; round++)
        {
            byte[] key = Bytes(random, 16);
            byte[] vector = Bytes(random, 12);
            byte[] plain = Bytes(random, random.Next(3000));
            byte[] expected = new byte[plain.Length];
            byte[] tag = new byte[16];
            using var platform = new AesGcm(key, tag.Length);
            platform.Encrypt(vector, plain, expected, tag);
            Assert.Equal([.. expected, .. tag], Seal(key, vector, plain));
        }
    }

    [Fact]
    public void Long_vectors_give_what_the_standard_says()
    {
        Random random = Start();
        for (int round = 0; round < 20; round++)
        {
            byte[] key = Bytes(random, 16);
            byte[] vector = Bytes(random, 16);
            byte[] plain = Bytes(random, random.Next(400));
            Assert.Equal(ReferenceGcm.Seal(key, vector, plain), Seal(key, vector, plain));
        }
    }

    [Fact]
    public void Any_changed_byte_is_noticed_and_nothing_comes_out()
    {
        byte[] encrypted = Seal(Hex(Key), Hex(Vector), "An order for two."u8.ToArray());
        for (int at = 0; at < encrypted.Length; at++)
        {
            byte[] changed = (byte[])encrypted.Clone();
            changed[at] ^= 0x20;
            byte[] plain = new byte[encrypted.Length - FlowCipher.TagSize];
            Assert.False(FlowCipher.TryDecrypt(Hex(Key), Hex(Vector), changed, plain));
            Assert.DoesNotContain(plain, static part => part != 0);
        }

        Assert.False(FlowCipher.TryDecrypt(Hex(Key), Hex(Vector), encrypted.AsSpan(0, 15), []));
    }

    private Random Start()
    {
        int seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        return new Random(seed);
    }

    private static byte[] Seal(byte[] key, byte[] vector, byte[] plain)
    {
        byte[] encrypted = new byte[plain.Length + FlowCipher.TagSize];
        FlowCipher.Encrypt(key, vector, plain, encrypted);
        return encrypted;
    }

    private static byte[] Bytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Hex(string digits) => Convert.FromHexString(digits);
}
