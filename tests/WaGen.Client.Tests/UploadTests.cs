using System.Globalization;
using System.Text;

namespace WaGen.Client.Tests;

/// <summary>Files on their way up.</summary>
public sealed class UploadTests
{
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 256).Select(static i => (byte)i)];

    [Fact]
    public async Task A_form_has_the_fields_of_the_operation_and_the_file()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        Receipt receipt = await UploadAsync(setup, MediaFile.FromBytes(Picture, "image/png", "a \"b\"/ü.png"), new ApiArguments { { "depot-id", "77" }, { "minutes", 60L } });

        Assert.Equal("P1", receipt.Id);
        Received request = server.Only;
        Assert.Equal("/v3.0/77/labels", request.Target);
        Assert.StartsWith("multipart/form-data; boundary=", request["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(request.Body.Length.ToString(CultureInfo.InvariantCulture), request["Content-Length"]);
        string text = Encoding.Latin1.GetString(request.Body);
        Assert.Contains("Content-Disposition: form-data; name=\"product\"\r\n\r\nparcels\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"minutes\"\r\n\r\n60\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n", text, StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=", text, StringComparison.Ordinal);
        Assert.Contains("filename*=utf-8''a%20_b__%C3%BC.png", text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/png\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\n" + Encoding.Latin1.GetString(Picture) + "\r\n--", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_alone_is_the_whole_body()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        await setup.Client.UploadAsync(
            Parcels.UploadBytes, new ApiArguments { { "upload-id", "upload:MTp?sig=x" }, { "file_offset", 0L } }, MediaFile.FromBytes(Picture, "application/pdf"), CancellationToken.None);

        Received request = server.Only;
        Assert.Equal("/v3.0/upload:MTp?sig=x", request.Target);
        Assert.Equal("OAuth " + Setup.Token, request["Authorization"]);
        Assert.Equal("0", request["file_offset"]);
        Assert.Equal(Picture, request.Body);
    }

    [Fact]
    public async Task Several_files_are_parts_of_one_form()
    {
        await using var server = new LoopbackServer(Reply.Error(2, 503), Reply.Ok);
        await using var setup = new Setup(server);
        ApiArguments arguments = new() { { "depot-id", "77" } };

        Task<Receipt> attach = setup.Client.UploadAsync(
            Depots.Attach, arguments, [MediaFile.FromBytes("one"u8.ToArray(), "application/pdf", "1.pdf"), MediaFile.FromBytes("two"u8.ToArray(), "application/pdf", "2.pdf")], CancellationToken.None);
        await setup.Time.PassBackoffAsync();
        await attach;

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, static request =>
        {
            Assert.Equal(2, request.Text.Split("name=\"papers[]\"; filename=").Length - 1);
            Assert.Contains("filename=\"1.pdf\"", request.Text, StringComparison.Ordinal);
            Assert.Contains("\r\n\r\none\r\n--", request.Text, StringComparison.Ordinal);
            Assert.Contains("\r\n\r\ntwo\r\n--", request.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task One_bad_file_of_several_stops_all()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);
        var good = MediaFile.FromBytes("one"u8.ToArray(), "application/pdf");

        await Assert.ThrowsAsync<PayloadValidationException>(() =>
            setup.Client.UploadAsync(Depots.Attach, new ApiArguments { { "depot-id", "77" } }, [good, MediaFile.FromBytes(Picture, "image/png")], CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => setup.Client.UploadAsync(Depots.Attach, [], (IReadOnlyList<MediaFile>)[], CancellationToken.None));
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => setup.Client.UploadAsync(Parcels.Upload, [], [good, good], CancellationToken.None));

        Assert.StartsWith("UploadLabel takes one file only.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_file_of_the_file_system_brings_type_name_and_size()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".PNG");
        await File.WriteAllBytesAsync(path, Picture);
        try
        {
            var file = MediaFile.FromFile(path);
            Assert.Equal(("image/png", Path.GetFileName(path), 256L), (file.ContentType, file.FileName, file.Length));
            Assert.Equal("image/png (256 bytes)", file.ToString());
            await using var server = new LoopbackServer(Reply.Error(2, 503), Reply.Ok);
            await using var setup = new Setup(server);

            Task<Receipt> upload = UploadAsync(setup, file);
            await setup.Time.PassBackoffAsync();
            await upload;

            Assert.Equal(server.Requests[0].Body.Length, server.Requests[1].Body.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_tells_no_type_or_is_not_there_is_refused()
    {
        Assert.Throws<ArgumentException>(static () => MediaFile.FromFile("label.xyz"));
        Assert.Throws<FileNotFoundException>(static () => MediaFile.FromFile("not-there.png"));
        Assert.Throws<ArgumentException>(static () => MediaFile.FromBytes(Picture, "picture"));
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_read_from_where_it_stood_and_left_open()
    {
        using var stream = new MemoryStream(Picture) { Position = 100 };
        await using var server = new LoopbackServer(Reply.Error(2, 503), Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> upload = UploadBytesAsync(setup, MediaFile.FromStream(stream, "image/png"));
        await setup.Time.PassBackoffAsync();
        await upload;

        Assert.Equal(Picture[100..], server.Requests[1].Body);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_that_can_be_read_only_once_is_sent_only_once()
    {
        await using var server = new LoopbackServer(Reply.Error(2, 503), Reply.Ok);
        await using var setup = new Setup(server);

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => UploadBytesAsync(setup, MediaFile.FromStream(new PatternStream(1000), "image/png")));

        Assert.Equal(2, exception.Code);
        Assert.Equal(1000, server.Only.Body.Length);
        Assert.Equal("chunked", server.Only["Transfer-Encoding"]);
    }

    [Fact]
    public async Task A_server_that_dies_during_an_upload_leaves_the_outcome_unknown()
    {
        await using var server = new LoopbackServer(Reply.Ok) { BreakAfter = 100_000 };
        await using var setup = new Setup(server);

        await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => UploadBytesAsync(setup, Pattern(20_000_000)));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("image/png", 2000, null)]
    [InlineData("IMAGE/PNG; charset=x", 2000, null)]
    [InlineData("image/png", 2001, PayloadProblemKind.Maximum)]
    [InlineData("image/gif", 10, PayloadProblemKind.Pattern)]
    public async Task Type_and_size_are_checked_before_anything_is_sent(string type, int size, PayloadProblemKind? expected)
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        Exception? exception = await Record.ExceptionAsync(() => UploadAsync(setup, MediaFile.FromBytes(new byte[size], type)));

        Assert.Equal(expected, (exception as PayloadValidationException)?.Problems[0].Kind);
        Assert.Equal(expected is null ? 1 : 0, server.Requests.Count);
    }

    [Fact]
    public async Task The_check_can_be_switched_off()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.ValidatePayloads = false);

        await UploadAsync(setup, MediaFile.FromBytes(Picture, "image/gif"));

        Assert.Single(server.Requests);
    }

    private static MediaFile Pattern(long size) => MediaFile.FromSource(_ => new(new PatternStream(size)), "application/pdf", length: size);

    private static Task<Receipt> UploadAsync(Setup setup, MediaFile file, ApiArguments? arguments = null) =>
        setup.Client.UploadAsync(Parcels.Upload, arguments ?? new ApiArguments { { "depot-id", "77" } }, file, CancellationToken.None);

    private static Task<Receipt> UploadBytesAsync(Setup setup, MediaFile file) =>
        setup.Client.UploadAsync(Parcels.UploadBytes, new ApiArguments { { "upload-id", "1" }, { "file_offset", 0L } }, file, CancellationToken.None);
}
