using System.Net.Http.Headers;
using System.Security.Cryptography;
using WaGen.Testing.Tests.Sample;
using WaGen.Testing.Tests.Support;

namespace WaGen.Testing.Tests.Graph;

public sealed class MediaTests
{
    private const string Uploads = $"v25.0/{GraphClient.NumberId}/media";
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 999).Select(static i => (byte)i)];

    [Theory]
    [InlineData(ServerKind.Loopback)]
    [InlineData(ServerKind.InMemory)]
    public async Task A_file_goes_up_comes_down_and_is_deleted(ServerKind kind)
    {
        await using GraphClient client = await GraphClient.StartAsync(kind);

        string id = (await UploadAsync(client, Picture)).Json["id"u8].GetString()!;
        Assert.Equal("image/png", client.Graph.FindMedia(id)!.ContentType);
        Assert.Equal("picture.png", client.Graph.FindMedia(id)!.FileName);
        Assert.Equal(GraphClient.NumberId, client.Graph.FindMedia(id)!.PhoneNumberId);
        GraphResponse info = await client.GetAsync($"v25.0/{id}?phone_number_id={GraphClient.NumberId}");
        Assert.Equal("GetMedia", client.Graph.Requests[^1].Operation);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), info.Json["sha256"u8].GetString());
        Assert.Equal("image/png", info.Json["mime_type"u8].GetString());
        Assert.True(info.Json["file_size"u8].TryGetInt64(out long size) && size == Picture.Length);
        string url = info.Json["url"u8].GetString()!;
        Assert.StartsWith(client.Graph.BaseAddress.AbsoluteUri, url, StringComparison.Ordinal);

        GraphResponse file = await client.GetAsync(url);
        Assert.Equal("DownloadMedia", client.Graph.Requests[^1].Operation);
        Assert.Equal(Picture, file.Body);
        Assert.Equal("image/png", file.ContentType);
        Assert.Equal(401, (await client.SendAsync(HttpMethod.Get, url, content: null, scheme: null)).Status);

        GraphResponse deleted = await client.SendAsync(HttpMethod.Delete, $"v25.0/{id}", content: null);
        Assert.Equal("""{"success":true}""", deleted.Text);
        Assert.Null(client.Graph.FindMedia(id));
        Assert.Equal(404, (await client.GetAsync(url)).Status);
    }

    [Fact]
    public async Task A_file_of_nobody_or_of_another_number_is_refused()
    {
        await using GraphClient client = await GraphClient.StartAsync();
        FakeMedia media = client.Graph.AddMedia(Picture, "image/png", "7");

        Assert.Equal(100, (await client.GetAsync($"v25.0/{media.Id}?phone_number_id=8")).Code);
        Assert.Equal(200, (await client.GetAsync($"v25.0/{media.Id}?phone_number_id=7")).Status);
        GraphResponse none = await client.SendAsync(HttpMethod.Delete, "v25.0/1", content: null);
        Assert.Equal(100, none.Code);
        Assert.Equal("GraphMethodException", none.Json["error"u8]["type"u8].GetString());
    }

    [Fact]
    public async Task An_address_is_good_for_five_minutes()
    {
        var time = new ManualTime();
        await using GraphClient client = await GraphClient.StartAsync(options: new FakeGraphOptions { TimeProvider = time });
        string url = client.Graph.CreateMediaAddress(client.Graph.AddMedia(Picture, "image/png")).AbsoluteUri;

        time.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(200, (await client.GetAsync(url)).Status);
        Assert.Equal(404, (await client.GetAsync(url.Replace("hash=", "hash=0", StringComparison.Ordinal))).Status);
        time.Advance(TimeSpan.FromSeconds(1));
        GraphResponse late = await client.GetAsync(url);

        Assert.Equal((404, "text/html"), (late.Status, late.ContentType));
    }

    [Theory]
    [InlineData("image/png", SampleApi.LargestImage, 200)]
    [InlineData("image/png", SampleApi.LargestImage + 1, 131053)]
    [InlineData("IMAGE/PNG; x=y", 1, 200)]
    [InlineData("image/webp", 500, 200)]
    [InlineData("image/webp", 501, 131053)]
    [InlineData("image/gif", 1, 131053)]
    public async Task Type_and_size_are_checked_by_the_table_of_the_operation(string type, int bytes, int expected)
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse answer = await UploadAsync(client, new byte[bytes], type);

        Assert.Equal(expected, answer.Status == 200 ? 200 : answer.Code);
    }

    [Fact]
    public async Task A_form_must_have_what_the_schema_says()
    {
        await using GraphClient client = await GraphClient.StartAsync();

        GraphResponse noProduct = await UploadAsync(client, Picture, product: null);
        GraphResponse noFile = await UploadAsync(client, content: null);
        GraphResponse unknown = await UploadAsync(client, Picture, more: "tll_minutes");
        GraphResponse json = await client.PostAsync(Uploads, "{}");

        Assert.Equal("'messaging_product' is required", noProduct.Details);
        Assert.Equal("'file' is required", noFile.Details);
        Assert.Equal("'tll_minutes' is an unsupported or misspelled parameter", unknown.Details);
        Assert.Equal("The body must be multipart/form-data.", json.Details);
        Assert.All(client.Graph.Requests, static r => Assert.Equal(100, r.ErrorCode));
    }

    [Theory]
    [InlineData(ServerKind.Loopback)]
    [InlineData(ServerKind.InMemory)]
    public async Task An_upload_in_pieces_gives_a_handle(ServerKind kind)
    {
        await using GraphClient client = await GraphClient.StartAsync(kind);
        GraphResponse opened = await client.SendAsync(HttpMethod.Post, $"v25.0/77/uploads?file_name=a.png&file_type=image%2Fpng&file_length={Picture.Length}", content: null);
        string session = opened.Json["id"u8].GetString()!;
        Assert.StartsWith("upload:", session, StringComparison.Ordinal);

        GraphResponse wrong = await PieceAsync(client, session, Picture[..10], 5);
        GraphResponse half = await PieceAsync(client, session, Picture[..10], 0);
        GraphResponse state = await client.SendAsync(HttpMethod.Get, $"v25.0/{session}", content: null, "OAuth");
        GraphResponse bearer = await client.GetAsync($"v25.0/{session}");
        GraphResponse rest = await PieceAsync(client, session, Picture[10..], 10);

        Assert.Equal("'file_offset' must be 0", wrong.Details);
        Assert.Equal(2, half.Code);
        Assert.True(state.Json["file_offset"u8].TryGetInt64(out long offset) && offset == 10);
        Assert.Equal(190, bearer.Code);
        FakeMedia file = client.Graph.FindMedia(rest.Json["h"u8].GetString()!)!;
        Assert.Equal(Picture, file.Content.ToArray());
        Assert.Equal(("a.png", "image/png"), (file.FileName, file.ContentType));
        Assert.Equal(100, (await client.SendAsync(HttpMethod.Get, "v25.0/upload:none", content: null, "OAuth")).Code);
        Assert.Equal("'file_type' is required", (await client.SendAsync(HttpMethod.Post, "v25.0/77/uploads?file_length=1", content: null)).Details);
    }

    private static Task<GraphResponse> PieceAsync(GraphClient client, string session, byte[] bytes, int offset) => client.SendAsync(
        HttpMethod.Post, $"v25.0/{session}", new ByteArrayContent(bytes), "OAuth", GraphClient.Token, ("file_offset", $"{offset}"));

    private static Task<GraphResponse> UploadAsync(GraphClient client, byte[]? content, string type = "image/png", string? product = "whatsapp", string? more = null)
    {
        var form = new MultipartFormDataContent();
        if (product is not null)
        {
            form.Add(new StringContent(product), "messaging_product");
        }

        if (more is not null)
        {
            form.Add(new StringContent("1"), more);
        }

        if (content is not null)
        {
            form.Add(new ByteArrayContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } }, "file", "picture.png");
        }

        return client.SendAsync(HttpMethod.Post, Uploads, form);
    }
}
