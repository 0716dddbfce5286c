using System.Security.Cryptography;

namespace WaGen.Client.Tests;

/// <summary>Files are streamed; what everything together allocates is counted, so no other test runs meanwhile.</summary>
[Collection(RunsAlone.Name)]
public sealed class LargeFileTests
{
    private const int Size = 64 * 1024 * 1024;

    [Fact]
    public async Task A_large_upload_is_never_in_memory()
    {
        await using var server = new LoopbackServer(Reply.Ok) { KeepsBodies = false };
        await using var setup = new Setup(server);
        await UploadAsync(setup, 1000);

        long before = GC.GetTotalAllocatedBytes();
        await UploadAsync(setup, Size);
        long allocated = GC.GetTotalAllocatedBytes() - before;

        Assert.InRange(server.BodyBytes, Size, Size + 5000);
        Assert.InRange(allocated, 0, Size / 4);
    }

    [Fact]
    public async Task A_large_download_is_never_in_memory()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int i = 0; i < 1024; i++)
        {
            hash.AppendData(new byte[64 * 1024]);
        }

        string expected = Convert.ToHexStringLower(hash.GetHashAndReset());
        await using var server = new LoopbackServer(new Reply { Pattern = Size, ContentType = "video/mp4" });
        await using var setup = new Setup(server);

        long before = GC.GetTotalAllocatedBytes();
        await using MediaDownload file = await setup.Client.DownloadVerifiedAsync(Parcels.Download, new ApiArguments { { "url", server.Address.AbsoluteUri } }, expected, CancellationToken.None);
        await file.CopyToAsync(Stream.Null);
        long allocated = GC.GetTotalAllocatedBytes() - before;

        Assert.Equal(Size, file.Length);
        Assert.InRange(allocated, 0, Size / 4);
    }

    private static Task<Receipt> UploadAsync(Setup setup, int size) => setup.Client.UploadAsync(
        Parcels.Upload,
        new ApiArguments { { "depot-id", "77" } },
        MediaFile.FromSource(_ => new(new PatternStream(size)), "application/pdf", length: size),
        CancellationToken.None);
}
