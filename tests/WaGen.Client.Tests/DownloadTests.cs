using System.Security.Cryptography;

namespace WaGen.Client.Tests;

/// <summary>Files on their way down.</summary>
public sealed class DownloadTests
{
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 256).Select(static i => (byte)i)];
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Picture));

    [Fact]
    public async Task A_file_comes_with_its_type_and_size()
    {
        await using var server = new LoopbackServer(Reply.File(Picture));
        await using var setup = new Setup(server, static options => options.AppSecret = "s3cret");

        await using MediaDownload file = await setup.Client.DownloadAsync(Parcels.Download, At(server, "file?sig=1"), CancellationToken.None);

        Assert.Equal(("image/png", 256L), (file.ContentType, file.Length));
        Assert.Equal("image/png (256 bytes)", file.ToString());
        Assert.Equal(Picture, await ReadAsync(file));
        Assert.Equal("/file?sig=1", server.Only.Target);
        Assert.Equal("Bearer " + Setup.Token, server.Only["Authorization"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hash_that_fits_changes_nothing(bool base64)
    {
        await using var server = new LoopbackServer(Reply.File(Picture));
        await using var setup = new Setup(server);
        string hash = base64 ? Convert.ToBase64String(SHA256.HashData(Picture)) : Hash;

        await using MediaDownload file = await setup.Client.DownloadVerifiedAsync(Parcels.Download, At(server), hash, CancellationToken.None);

        Assert.Equal(Picture, await ReadAsync(file));
    }

    [Fact]
    public async Task Another_hash_throws_at_the_end_and_keeps_throwing()
    {
        await using var server = new LoopbackServer(Reply.File([.. Picture.Reverse()]));
        await using var setup = new Setup(server);

        await using MediaDownload file = await setup.Client.DownloadVerifiedAsync(Parcels.Download, At(server), Hash, CancellationToken.None);
        byte[] all = new byte[256];
        await file.Stream.ReadExactlyAsync(all);

        await Assert.ThrowsAsync<InvalidDataException>(() => file.Stream.ReadExactlyAsync(all).AsTask());
        Assert.Throws<InvalidDataException>(() => file.Stream.ReadExactly(all));
        await Assert.ThrowsAsync<InvalidDataException>(() => file.CopyToAsync(Stream.Null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz11")]
    public async Task A_text_that_is_no_hash_is_refused(string hash)
    {
        await using var server = new LoopbackServer(Reply.File(Picture));
        await using var setup = new Setup(server);

        await Assert.ThrowsAsync<ArgumentException>(() => setup.Client.DownloadVerifiedAsync(Parcels.Download, At(server), hash, CancellationToken.None));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_expired_address_is_renewed_once()
    {
        await using var server = new LoopbackServer(static (request, _) => request.Target == "/2" ? Reply.File(Picture) : Reply.Page(404));
        await using var setup = new Setup(server, static options => options.Accounts["77"] = new() { AccessToken = "ofAccount" });
        int asked = 0;

        await using MediaDownload file = await setup.Client.DownloadVerifiedAsync(
            Parcels.Download, _ => Task.FromResult(new MediaLocation($"{server.Address}{++asked}", Hash, "77")), CancellationToken.None);

        Assert.Equal(Picture, await ReadAsync(file));
        Assert.Equal(["/1", "/2"], server.Requests.Select(static request => request.Target));
        Assert.All(server.Requests, static request => Assert.Equal("Bearer ofAccount", request["Authorization"]));
    }

    [Fact]
    public async Task An_address_that_is_still_unknown_is_an_error()
    {
        await using var server = new LoopbackServer(Reply.Page(404));
        await using var setup = new Setup(server);

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => setup.Client.DownloadVerifiedAsync(
            Parcels.Download, _ => Task.FromResult(new MediaLocation(server.Address.AbsoluteUri)), CancellationToken.None));

        Assert.Equal(404, (int)exception.StatusCode!);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void A_location_does_not_show() => Assert.Equal("MediaLocation", new MediaLocation("https://x/?sig=1").ToString());

    [Fact]
    public async Task A_download_that_could_not_start_is_tried_again()
    {
        await using var server = new LoopbackServer(Reply.Page(503), Reply.File(Picture));
        await using var setup = new Setup(server);

        Task<MediaDownload> download = setup.Client.DownloadAsync(Parcels.Download, At(server), CancellationToken.None);
        await setup.Time.PassBackoffAsync();
        using MediaDownload file = await download;

        Assert.Equal(Picture, await ReadAsync(file));
    }

    [Fact]
    public async Task A_download_that_breaks_off_throws()
    {
        await using var server = new LoopbackServer(Reply.File(Picture) with { Missing = 10 });
        await using var setup = new Setup(server);

        await using MediaDownload file = await setup.Client.DownloadAsync(Parcels.Download, At(server), CancellationToken.None);

        await Assert.ThrowsAnyAsync<IOException>(() => ReadAsync(file));
    }

    [Fact]
    public async Task Time_does_not_run_out_for_who_reads_slowly()
    {
        await using var server = new LoopbackServer(Reply.File(Picture));
        await using var setup = new Setup(server);

        await using MediaDownload file = await setup.Client.DownloadAsync(Parcels.Download, At(server), CancellationToken.None);
        setup.Time.Pass(TimeSpan.FromHours(1));

        Assert.Equal(Picture, await ReadAsync(file));
    }

    private static ApiArguments At(LoopbackServer server, string path = "file") => new() { { "url", server.Address + path } };

    private static async Task<byte[]> ReadAsync(MediaDownload file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
