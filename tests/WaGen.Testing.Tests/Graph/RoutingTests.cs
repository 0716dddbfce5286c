using WaGen.Testing.Tests.Sample;

namespace WaGen.Testing.Tests.Graph;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("/v25.0/1/messages", "v25.0", "1|messages")]
    [InlineData("/1/messages/", null, "1|messages")]
    [InlineData("/v25/1", null, "v25|1")]
    [InlineData("/v26.0/upload%3Aa%2Fb", "v26.0", "upload:a/b")]
    [InlineData("/", null, "")]
    public void A_path_is_cut_into_version_and_segments(string path, string? version, string segments)
    {
        (string? foundVersion, IReadOnlyList<string> found) = RouteTable.Cut(path);

        Assert.Equal(version, foundVersion);
        Assert.Equal(segments, string.Join('|', found));
    }

    [Fact]
    public void A_text_in_a_path_counts_more_than_a_parameter()
    {
        var table = new RouteTable([Of("Any", "/{a}/{b}"), Of("Literal", "/{a}/b"), Of("Prefix", "/x-{id}.json")]);

        Assert.Equal("Literal", Assert.Single(table.Find("GET", ["1", "b"])).Operation.Name);
        Assert.Equal("Any", Assert.Single(table.Find("GET", ["1", "c"])).Operation.Name);
        RouteMatch prefix = Assert.Single(table.Find("GET", ["x-7.json"]));
        Assert.Equal("7", prefix.Values["id"]);
        Assert.Empty(table.Find("GET", ["x-.json"]));
        Assert.Empty(table.Find("POST", ["1", "b"]));
        Assert.True(table.HasPath(["1", "b"]));
        Assert.False(table.HasPath(["1", "b", "c"]));
    }

    private static ApiOperation<NoPayload, NoPayload> Of(string name, string path) =>
        new() { Api = SampleApi.Definition, Group = "g", Name = name, Method = "GET", Path = path };
}
