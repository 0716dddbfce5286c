using System.Text;

namespace WaGen.Tests.Security;

public class SignatureTests
{
    private const string Secret = "test_app_secret";
    private const string Header = "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";
    private static readonly byte[] Body = """{"object":"whatsapp_business_account","entry":[]}"""u8.ToArray();

    [Fact]
    public void The_published_vector_verifies()
    {
        Assert.True(WebhookSignature.TryParse(Header, out WebhookSignature signature));
        Assert.True(Verifier(("app", Secret)).TryVerify(Body, signature, out string? app));
        Assert.Equal("app", app);
        Assert.Equal(Header, signature.ToString());
        Assert.Equal(signature, SignatureVerifier.Sign(Encoding.UTF8.GetBytes(Secret), Body));
    }

    [Fact]
    public void Upper_case_digits_verify_too()
    {
        Assert.True(WebhookSignature.TryParse("sha256=" + Header[7..].ToUpperInvariant(), out WebhookSignature signature));
        Assert.True(Verifier(("app", Secret)).TryVerify(Body, signature, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756")]
    [InlineData("SHA256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756")]
    [InlineData("dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756")]
    [InlineData("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c63375")]
    [InlineData("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c6337560")]
    [InlineData("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c63375600")]
    [InlineData("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c63375g")]
    [InlineData(" sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c63375")]
    [InlineData("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c63375\u00e4")]
    public void Other_headers_are_malformed(string header) => Assert.False(WebhookSignature.TryParse(header, out _));

    [Fact]
    public void Any_changed_bit_of_signature_or_body_is_noticed()
    {
        SignatureVerifier verifier = Verifier(("app", Secret));
        byte[] mac = Convert.FromHexString(Header[7..]);
        for (int i = 0; i < mac.Length * 8; i++)
        {
            byte[] changed = [.. mac];
            changed[i / 8] ^= (byte)(1 << (i % 8));
            Assert.False(verifier.TryVerify(Body, new WebhookSignature(changed), out string? app));
            Assert.Null(app);
        }

        byte[] body = [.. Body, (byte)' '];
        Assert.False(verifier.TryVerify(body, new WebhookSignature(mac), out _));
        Assert.False(verifier.TryVerify(default, default, out _));
    }

    [Fact]
    public void Every_secret_is_tried_and_the_app_is_named()
    {
        SignatureVerifier verifier = Verifier(("a", "one"), ("b", "two"), ("c", "three"));

        Assert.True(verifier.TryVerify(Body, SignatureVerifier.Sign("one"u8, Body), out string? first));
        Assert.True(verifier.TryVerify(Body, SignatureVerifier.Sign("two"u8, Body), out string? second));
        Assert.True(verifier.TryVerify(Body, SignatureVerifier.Sign("three"u8, Body), out string? third));
        Assert.False(verifier.TryVerify(Body, SignatureVerifier.Sign("four"u8, Body), out string? fourth));

        Assert.Equal(("a", "b", "c", null), (first, second, third, fourth));
    }

    [Fact]
    public void A_secret_of_any_length_and_script_works()
    {
        foreach (string secret in (string[])["x", "pässword", new('k', 64), new('k', 65), new('k', 1000)])
        {
            Assert.True(Verifier(("app", secret)).TryVerify(Body, SignatureVerifier.Sign(Encoding.UTF8.GetBytes(secret), Body), out _));
        }
    }

    [Fact]
    public void Missing_and_empty_secrets_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Verifier());
        Assert.Throws<ArgumentException>(() => Verifier(("a", "one"), ("b", "")));
        Assert.Throws<ArgumentException>(() => new WebhookSignature(new byte[31]));
        Assert.Throws<ArgumentException>(() => new WebhookSignature(new byte[33]));
    }

    [Fact]
    public async Task Many_threads_may_verify_at_once()
    {
        SignatureVerifier verifier = Verifier(("a", "one"), ("b", "two"));
        int wrong = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            byte[] body = new byte[200 + thread];
            Array.Fill(body, (byte)thread);
            WebhookSignature good = SignatureVerifier.Sign(thread % 2 == 0 ? "one"u8 : "two"u8, body);
            WebhookSignature bad = SignatureVerifier.Sign("three"u8, body);
            for (int i = 0; i < 2000; i++)
            {
                if (!verifier.TryVerify(body, good, out string? app) || app != (thread % 2 == 0 ? "a" : "b") || verifier.TryVerify(body, bad, out _))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })));

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Verifying_allocates_nothing()
    {
        SignatureVerifier verifier = Verifier(("a", "one"), ("b", Secret));
        bool verified = WebhookSignature.TryParse(Header, out WebhookSignature signature);
        for (int i = 0; i < 50; i++)
        {
            verified &= verifier.TryVerify(Body, signature, out _);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            verified &= verifier.TryVerify(Body, signature, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(verified);
    }

    private static SignatureVerifier Verifier(params (string App, string Secret)[] secrets) =>
        new(secrets.Select(pair => KeyValuePair.Create(pair.App, pair.Secret)));
}
