using System.Runtime.CompilerServices;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped.Api;

/// <summary>The operations are those of the platform: no endpoint is missing, and none is made up.</summary>
public sealed class EndpointTests
{
    // Method, path, permissions, kinds of token; several names are separated by blanks.
    private static readonly string[][] Endpoints = [.. File.ReadLines(FileOf()).Select(static line => line.Split('\t'))];

    [Fact]
    public void Every_endpoint_of_the_platform_has_an_operation_and_no_other_exists() => Assert.Equal(
        Endpoints.Select(static endpoint => $"{endpoint[0]} {endpoint[1]}").Order(StringComparer.Ordinal),
        WhatsAppApi.Operations.Select(static operation => $"{operation.Method} {operation.Path}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_operation_says_which_permissions_and_tokens_its_endpoint_takes() => Assert.All(WhatsAppApi.Operations, static operation =>
    {
        string[] endpoint = Endpoints.Single(each => each[0] == operation.Method && each[1] == operation.Path);
        Assert.Equal((operation.Name, endpoint[2], endpoint[3]), (operation.Name, Join(operation.Permissions), Join(operation.Tokens.Select(static kind => kind.ToString()))));
    });

    [Fact]
    public void Operations_of_one_endpoint_can_be_told_apart() => Assert.All(
        WhatsAppApi.Operations.GroupBy(static operation => $"{operation.Method} {operation.Path}", StringComparer.Ordinal),
        static operations => Assert.Equal(operations.Count(), operations.Select(Signature).Distinct(StringComparer.Ordinal).Count()));

    [Fact]
    public void Every_operation_says_where_it_is_documented() => Assert.All(WhatsAppApi.Operations, static operation => Assert.NotNull(operation.Source));

    private static string Join(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    private static string Signature(ApiOperation operation) => string.Join(' ', operation.Expansion, operation.Content, operation.BodyType?.Name, operation.AnswerType?.Name);

    private static string FileOf([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "endpoints.tsv");
}
