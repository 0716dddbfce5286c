using System.Security.Cryptography;
using System.Text;
using WaGen.AspNetCore.Tests.Flows.Support;

namespace WaGen.AspNetCore.Tests.Flows;

/// <summary>Keys, envelopes and answers, without HTTP.</summary>
public class FlowEncryptionTests
{
    private const string Request = """{"version":"3.0","action":"INIT","flow_token":"visit-118"}""";

    private static readonly FlowKeyPair First = FlowEncryption.CreateKeyPair();
    private static readonly FlowKeyPair Second = FlowEncryption.CreateKeyPair("long passphrase");

    [Fact]
    public void A_request_is_decrypted_and_its_answer_encrypted()
    {
        using FlowEncryption encryption = Of(First);
        var sender = new FlowSender(First.PublicKey, Request);

        Assert.Equal(FlowDecryption.Decrypted, encryption.Decrypt(sender.Body(), out FlowExchange? exchange));

        Assert.Equal(Request, Encoding.UTF8.GetString(exchange!.Utf8Json.Span));
        Assert.Equal("""{"data":{}}""", sender.Read(exchange.EncryptAnswer("""{"data":{}}"""u8)));
    }

    [Fact]
    public void An_exchange_has_one_answer()
    {
        using FlowEncryption encryption = Of(First);
        var sender = new FlowSender(First.PublicKey, Request);
        encryption.Decrypt(sender.Body(), out FlowExchange? exchange);
        exchange!.EncryptAnswer("{}"u8);
        Assert.Throws<InvalidOperationException>(() => exchange.EncryptAnswer("{}"u8));

        encryption.Decrypt(sender.Body(), out FlowExchange? disposed);
        disposed!.Dispose();
        Assert.Throws<InvalidOperationException>(() => disposed.EncryptAnswer("{}"u8));
    }

    [Fact]
    public void While_keys_change_both_work()
    {
        using var encryption = new FlowEncryption([Key(First), Key(Second, "long passphrase")]);
        Assert.Equal([First.PublicKey, Second.PublicKey], encryption.PublicKeys);
        foreach (FlowKeyPair pair in new[] { First, Second })
        {
            Assert.Equal(FlowDecryption.Decrypted, encryption.Decrypt(new FlowSender(pair.PublicKey, Request).Body(), out _));
        }

        Assert.Equal(FlowDecryption.NotDecrypted, encryption.Decrypt(new FlowSender(FlowEncryption.CreateKeyPair().PublicKey, Request).Body(), out FlowExchange? none));
        Assert.Null(none);
    }

    [Fact]
    public void Any_change_of_content_key_or_vector_is_noticed()
    {
        using FlowEncryption encryption = Of(First);
        var sender = new FlowSender(First.PublicKey, Request);
        byte[][] parts = [sender.Data, sender.EncryptedKey, sender.Vector];
        for (int part = 0; part < parts.Length; part++)
        {
            // The key is expensive to try, so not every byte of it is.
            int step = part == 1 ? 51 : 1;
            for (int at = 0; at < parts[part].Length; at += step)
            {
                byte[][] changed = [.. parts.Select(static bytes => (byte[])bytes.Clone())];
                changed[part][at] ^= 1;
                Assert.Equal(FlowDecryption.NotDecrypted, encryption.Decrypt(FlowSender.Envelope(changed[0], changed[1], changed[2]), out _));
            }
        }
    }

    [Fact]
    public void Sizes_that_cannot_be_are_refused()
    {
        using FlowEncryption encryption = Of(First);
        var sender = new FlowSender(First.PublicKey, Request);
        Assert.Equal(FlowDecryption.NotDecrypted, encryption.Decrypt(FlowSender.Envelope(new byte[15], sender.EncryptedKey, sender.Vector), out _));
        Assert.Equal(FlowDecryption.NotDecrypted, encryption.Decrypt(FlowSender.Envelope(sender.Data, sender.EncryptedKey[..255], sender.Vector), out _));
        Assert.Equal(FlowDecryption.Malformed, encryption.Decrypt(FlowSender.Envelope(sender.Data, sender.EncryptedKey, sender.Vector[..12]), out _));
        Assert.Equal(FlowDecryption.NotDecrypted, encryption.Decrypt(FlowSender.Envelope(sender.Data, Encrypt(new byte[32]), sender.Vector), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"encrypted_flow_data\":1,\"encrypted_aes_key\":\"\",\"initial_vector\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}")]
    [InlineData("{\"encrypted_flow_data\":\"?\",\"encrypted_aes_key\":\"AA==\",\"initial_vector\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}")]
    [InlineData("{\"encrypted_flow_data\":\"AA==\",\"encrypted_aes_key\":\"AA==\",\"initial_vector\":\"AAAAAAAAAAAAAAAAAAAAAA==\"")]
    [InlineData("{\"encrypted_flow_data\":\"AA==\",\"encrypted_aes_key\":\"AA==\",\"initial_vector\":\"AAAAAAAAAAAAAAAAAAAAAA==\"} x")]
    public void What_the_platform_never_sends_is_malformed(string body)
    {
        using FlowEncryption encryption = Of(First);
        Assert.Equal(FlowDecryption.Malformed, encryption.Decrypt(Encoding.UTF8.GetBytes(body), out _));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"action\":")]
    [InlineData("")]
    public void What_is_encrypted_has_to_be_an_object(string json)
    {
        using FlowEncryption encryption = Of(First);
        Assert.Equal(FlowDecryption.Malformed, encryption.Decrypt(new FlowSender(First.PublicKey, json).Body(), out _));
    }

    [Fact]
    public void Escaped_slashes_and_further_members_do_no_harm()
    {
        using FlowEncryption encryption = Of(First);
        string body = Encoding.UTF8.GetString(new FlowSender(First.PublicKey, Request).Body()).Replace("/", "\\/", StringComparison.Ordinal);
        Assert.Equal(FlowDecryption.Decrypted, encryption.Decrypt(Encoding.UTF8.GetBytes("{\"more\":[{}]," + body[1..]), out _));
    }

    [Fact]
    public void A_key_in_one_line_works()
    {
        using var encryption = new FlowEncryption([new FlowPrivateKey { Pem = First.PrivateKey.Replace("\n", "\\n", StringComparison.Ordinal) }]);
        Assert.Equal(First.PublicKey, encryption.PublicKeys[0]);
    }

    [Fact]
    public void Keys_that_cannot_be_used_are_named_without_a_word_of_them()
    {
        using var small = RSA.Create(1024);
        using var curve = ECDsa.Create();
        (FlowPrivateKey Key, string Problem)[] cases =
        [
            (new FlowPrivateKey(), "Private key 1 is no PEM"),
            (new FlowPrivateKey { Pem = First.PublicKey }, "Private key 1 is no private RSA key."),
            (new FlowPrivateKey { Pem = small.ExportPkcs8PrivateKeyPem() }, "Private key 1 has 1024 bits: the platform takes RSA keys of 2048 bits."),
            (new FlowPrivateKey { Pem = curve.ExportPkcs8PrivateKeyPem() }, "Private key 1 cannot be read"),
            (Key(Second), "Private key 1 is encrypted, but has no passphrase."),
            (Key(Second, "wrong word"), "Private key 1 cannot be read: it is damaged, or its passphrase is another one."),
            (Key(First, "wrong word"), "Private key 1 has a passphrase, but is not encrypted."),
            (new FlowPrivateKey { Pem = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----" }, "Private key 1 is encrypted in a way"),
        ];
        foreach ((FlowPrivateKey key, string problem) in cases)
        {
            ArgumentException exception = Assert.Throws<ArgumentException>(() => new FlowEncryption([key]));
            Assert.StartsWith(problem, exception.Message, StringComparison.Ordinal);
            Assert.Null(exception.InnerException);
            Assert.DoesNotContain("wrong word", exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("MII", exception.ToString(), StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => new FlowEncryption([]));
        Assert.Equal("FlowKeyPair", First.ToString());
    }

    private static FlowEncryption Of(FlowKeyPair pair) => new([Key(pair)]);

    private static FlowPrivateKey Key(FlowKeyPair pair, string? passphrase = null) => new() { Pem = pair.PrivateKey, Passphrase = passphrase };

    private static byte[] Encrypt(byte[] contentKey)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(First.PublicKey);
        return rsa.Encrypt(contentKey, RSAEncryptionPadding.OaepSHA256);
    }
}
