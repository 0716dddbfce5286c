using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests.Tokens;

public sealed class FileTokenStoreTests : IDisposable
{
    private const string Secret = "EAAJinvented0123456789ZD";
    private const string Account = "102290129340398";
    private const string Business = "2729063490586005";
    private const string Number = "106540352242922";

    private readonly string _root = Directory.CreateTempSubdirectory("wagen-tokens-").FullName;
    private readonly List<ServiceProvider> _providers = [];
    private readonly LogCollector _logs = new();

    private string Files => Path.Combine(_root, "tokens");

    [Fact]
    public async Task A_token_is_found_by_account_number_and_portfolio()
    {
        ITokenStore store = Open();
        StoredToken token = Token();
        await store.SaveAsync(token);

        foreach (string id in new[] { Account, Business, Number })
        {
            StoredToken? found = await store.FindAsync(id);
            Assert.NotNull(found);
            Assert.Equal(Secret, found.Token.Reveal());
        }

        Assert.Null(await store.FindAsync("1"));
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        StoredToken token = Token();
        await Open().SaveAsync(token);

        StoredToken? found = await Open().FindAsync(Account);

        Assert.NotNull(found);
        Assert.Equal((token.WabaId, token.BusinessId, token.IssuedAt, token.ExpiresAt), (found.WabaId, found.BusinessId, found.IssuedAt, found.ExpiresAt));
        Assert.Equal(token.PhoneNumberIds, found.PhoneNumberIds);
        Assert.Equal(token.Scopes, found.Scopes);
        Assert.Equal((token.Token.Kind, Secret), (found.Token.Kind, found.Token.Reveal()));
    }

    [Fact]
    public async Task Neither_names_nor_bytes_of_files_tell_anything()
    {
        await Open().SaveAsync(Token());

        string file = Assert.Single(Directory.GetFiles(Files));
        string content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)) + file;
        Assert.All([Secret, Account, Business, Number], text => Assert.DoesNotContain(text, content, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Another_token_of_an_account_replaces_the_first()
    {
        ITokenStore store = Open();
        await store.SaveAsync(Token());
        await store.SaveAsync(Token("EAAJsecond") with { PhoneNumberIds = [] });

        Assert.Single(Directory.GetFiles(Files));
        Assert.Equal("EAAJsecond", (await Open().FindAsync(Account))!.Token.Reveal());
        Assert.Null(await store.FindAsync(Number));
    }

    [Fact]
    public async Task Of_several_accounts_of_a_portfolio_the_last_saved_is_found()
    {
        ITokenStore store = Open();
        await store.SaveAsync(Token() with { WabaId = "2" });
        await store.SaveAsync(Token() with { WabaId = "1" });

        Assert.Equal("1", (await store.FindAsync(Business))!.WabaId);
        Assert.Equal("1", (await Open().FindAsync(Business))!.WabaId);
    }

    [Fact]
    public async Task A_token_that_was_removed_is_gone()
    {
        ITokenStore store = Open();
        await store.SaveAsync(Token());

        Assert.True(await store.RemoveAsync(Account));
        Assert.False(await store.RemoveAsync(Account));
        Assert.Empty(Directory.GetFiles(Files));
        Assert.Null(await store.FindAsync(Business));
    }

    [Fact]
    public async Task Another_process_is_noticed()
    {
        ITokenStore one = Open();
        ITokenStore two = Open();
        Assert.Null(await one.FindAsync(Account));

        await two.SaveAsync(Token());
        Assert.NotNull(await one.FindAsync(Account));

        await two.SaveAsync(Token("EAAJsecond"));
        Assert.Equal("EAAJsecond", (await one.FindAsync(Account))!.Token.Reveal());

        await two.RemoveAsync(Account);
        Assert.Null(await one.FindAsync(Account));
    }

    [Fact]
    public async Task Many_at_once_lose_nothing()
    {
        ITokenStore[] stores = [Open(), Open()];
        await Parallel.ForAsync(0, 60, async (i, cancellationToken) =>
        {
            await stores[i % 2].SaveAsync(Token("EAAJ" + i) with { WabaId = (i / 2).ToString(System.Globalization.CultureInfo.InvariantCulture), PhoneNumberIds = [] }, cancellationToken);
            await foreach (StoredToken token in stores[(i + 1) % 2].ListAsync(cancellationToken))
            {
                Assert.StartsWith("EAAJ", token.Token.Reveal(), StringComparison.Ordinal);
            }
        });

        var accounts = new HashSet<string>(StringComparer.Ordinal);
        await foreach (StoredToken token in Open().ListAsync())
        {
            Assert.True(accounts.Add(token.WabaId));
        }

        Assert.Equal(30, accounts.Count);
        Assert.Empty(Directory.GetFiles(Files, "*.tmp"));
        Assert.DoesNotContain(_logs.OfWaGen, static entry => entry.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_or_foreign_file_is_reported_and_passed_over(bool isDamaged)
    {
        await Open().SaveAsync(Token());
        string file = Assert.Single(Directory.GetFiles(Files));
        byte[] bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(Files, "other.token"), isDamaged ? bytes : "no token"u8.ToArray());

        ITokenStore store = Open();
        Assert.NotNull(await store.FindAsync(Account));
        Assert.Null(await store.FindAsync("1"));

        _logs.AssertContains(LogLevel.Warning, "other.token");
    }

    [Fact]
    public async Task Lost_keys_are_a_clear_error()
    {
        await Open().SaveAsync(Token());
        Directory.Delete(Path.Combine(_root, "keys"), recursive: true);

        ITokenStore store = Open();
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.FindAsync(Account));
        Assert.Contains("Data Protection", exception.Message, StringComparison.Ordinal);
        _logs.AssertContains(LogLevel.Error, "cannot be opened or decrypted");

        // A new sign-up repairs it.
        await store.SaveAsync(Token("EAAJsecond"));
        Assert.Equal("EAAJsecond", (await store.FindAsync(Account))!.Token.Reveal());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.FindAsync("1"));
    }

    [Fact]
    public async Task No_log_names_a_token_or_an_account()
    {
        await Open().SaveAsync(Token());
        await Open().FindAsync(Account);

        Assert.All(_logs.OfWaGen, static entry => Assert.All(
            [Secret, Account, Business, Number], text => Assert.DoesNotContain(text, entry.Text + entry.Exception, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_client_has_one_store_only()
    {
        WhatsAppClientBuilder client = new ServiceCollection().AddWhatsAppClient(static _ => { }).KeepTokensInFiles(Files);

        Assert.Throws<InvalidOperationException>(() => client.KeepTokensInFiles(Files));
        Assert.Throws<ArgumentException>(() => client.KeepTokensInFiles(" "));
    }

    public void Dispose()
    {
        _providers.ForEach(static provider => provider.Dispose());
        _logs.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private static StoredToken Token(string value = Secret) => new()
    {
        Token = new AccessToken(value, AccessTokenKind.Business),
        WabaId = Account,
        BusinessId = Business,
        PhoneNumberIds = [Number],
        Scopes = ["whatsapp_business_management"],
        IssuedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        ExpiresAt = new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    /// <summary>Opens the store as a process that starts does.</summary>
    private ITokenStore Open()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(_root, "keys"))).SetApplicationName("tests");
        services.AddWhatsAppClient(static options => options.AccessToken = "any").KeepTokensInFiles(Files);
        ServiceProvider provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredService<ITokenStore>();
    }
}
