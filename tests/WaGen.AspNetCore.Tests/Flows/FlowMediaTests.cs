using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace WaGen.AspNetCore.Tests.Flows;

/// <summary>Files that users send from a screen.</summary>
public class FlowMediaTests(ITestOutputHelper output)
{
    private const string Url = "https://mmg.whatsapp.net/v/t62.7119-24/file";

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _macKey = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _vector = RandomNumberGenerator.GetBytes(16);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public async Task A_file_of_any_size_is_decrypted(int size)
    {
        byte[] plain = RandomNumberGenerator.GetBytes(size);
        byte[] encrypted = Encrypt(plain);
        using var destination = new MemoryStream();
        int seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");

        await File(plain, encrypted).DecryptAsync(new Pieces(encrypted, new Random(seed)), destination);

        Assert.Equal(plain, destination.ToArray());
    }

    [Fact]
    public async Task Any_changed_byte_is_noticed()
    {
        byte[] plain = "A photograph of the form."u8.ToArray();
        byte[] encrypted = Encrypt(plain);
        for (int at = 0; at < encrypted.Length; at++)
        {
            byte[] changed = (byte[])encrypted.Clone();
            changed[at] ^= 4;

            // Whoever can change the file may also know its hash: the HMAC alone has to do.
            await RefusedAsync(File(plain, changed), changed);
            await RefusedAsync(File(plain, encrypted), changed);
        }

        await RefusedAsync(File("Another one."u8.ToArray(), encrypted), encrypted);
        await RefusedAsync(File(plain, encrypted[..^16]), encrypted[..^16]);
        await RefusedAsync(File(plain, []), []);
        await RefusedAsync(File(plain, encrypted), encrypted, encrypted.Length - 1);
    }

    [Theory]
    [InlineData("http://mmg.whatsapp.net/v/file")]
    [InlineData("https://whatsapp.net.example.com/v/file")]
    [InlineData("https://notwhatsapp.net/v/file")]
    [InlineData("https://mmg.whatsapp.net:8443/v/file")]
    [InlineData("https://user@mmg.whatsapp.net/v/file")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("/v/file")]
    public void Addresses_elsewhere_are_refused(string url)
    {
        JsonObject item = Item([], []);
        item["cdn_url"] = url;
        Assert.False(Read(item, out _));
    }

    [Theory]
    [InlineData("encryption_key")]
    [InlineData("hmac_key")]
    [InlineData("iv")]
    [InlineData("encrypted_hash")]
    [InlineData("plaintext_hash")]
    public void What_is_needed_has_to_be_there(string member)
    {
        JsonObject item = Item([], []);
        item["encryption_metadata"]![member] = "AAAA";
        Assert.False(Read(item, out _));
        item["encryption_metadata"]!.AsObject().Remove(member);
        Assert.False(Read(item, out _));
    }

    [Fact]
    public void Name_and_address_are_told()
    {
        Assert.True(Read(Item([], []), out FlowMediaFile? file));
        Assert.Equal(("790aba14", "form.jpg", new Uri(Url)), (file!.Id, file.FileName, file.Url));
        Assert.Equal("FlowMediaFile", file.ToString());
    }

    private static async Task RefusedAsync(FlowMediaFile file, byte[] encrypted, long maxBytes = 1000) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => file.DecryptAsync(new MemoryStream(encrypted), Stream.Null, maxBytes));

    private static bool Read(JsonObject item, out FlowMediaFile? file) => FlowMediaFile.TryRead(RawJson.Parse(Encoding.UTF8.GetBytes(item.ToJsonString())), out file);

    private byte[] Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        byte[] encrypted = aes.EncryptCbc(plain, _vector);
        byte[] authenticated = [.. _vector, .. encrypted];
        return [.. encrypted, .. HMACSHA256.HashData(_macKey, authenticated).AsSpan(0, 10)];
    }

    private FlowMediaFile File(byte[] plain, byte[] encrypted)
    {
        Assert.True(Read(Item(plain, encrypted), out FlowMediaFile? file));
        return file!;
    }

    private JsonObject Item(byte[] plain, byte[] encrypted) => new()
    {
        ["file_name"] = "form.jpg",
        ["media_id"] = "790aba14",
        ["cdn_url"] = Url,
        ["encryption_metadata"] = new JsonObject
        {
            ["encrypted_hash"] = Convert.ToBase64String(SHA256.HashData(encrypted)),
            ["iv"] = Convert.ToBase64String(_vector),
            ["encryption_key"] = Convert.ToBase64String(_key),
            ["hmac_key"] = Convert.ToBase64String(_macKey),
            ["plaintext_hash"] = Convert.ToBase64String(SHA256.HashData(plain)),
        },
    };

    /// <summary>Gives bytes in pieces of any size, as networks do.</summary>
    private sealed class Pieces(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..random.Next(1, buffer.Length + 1)], cancellationToken);
    }
}
