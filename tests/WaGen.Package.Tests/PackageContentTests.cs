using System.IO.Compression;
using System.Xml.Linq;
using WaGen.Package.Tests.Infrastructure;

namespace WaGen.Package.Tests;

[Collection(PackageFixture.Collection)]
public sealed class PackageContentTests(PackageFixture fixture)
{
    [Fact]
    public void Pack_gives_exactly_these_packages()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(fixture.Sandbox.Packages).Select(file => Path.GetFileName(file)!);

        string version = fixture.Sandbox.Version;
        Assert.Equal(
            [$"WaGen.{version}.nupkg", $"WaGen.AspNetCore.{version}.nupkg", $"WaGen.Cli.{version}.nupkg", $"WaGen.Client.{version}.nupkg", $"WaGen.Hosting.{version}.nupkg", $"WaGen.Testing.{version}.nupkg"],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WaGen_holds_runtime_analyzers_schemas_and_targets()
    {
        string schemas = Repository.PathOf("schemas");
        IEnumerable<string> shipped = Directory.EnumerateFiles(schemas, "*.json", SearchOption.AllDirectories)
            .Select(file => "schemas/" + Path.GetRelativePath(schemas, file).Replace('\\', '/'));
        IEnumerable<string> expected = shipped.Concat(
        [
            "README.md",
            "analyzers/dotnet/cs/WaGen.CodeFixes.dll",
            "analyzers/dotnet/cs/WaGen.Generator.dll",
            "buildTransitive/WaGen.targets",
            "lib/net10.0/WaGen.dll",
            "lib/net10.0/WaGen.xml",
        ]);

        Assert.Contains("schemas/wagen.schema.json", expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Content("WaGen"));
    }

    [Theory]
    [InlineData("WaGen.Client")]
    [InlineData("WaGen.Hosting")]
    [InlineData("WaGen.Testing")]
    [InlineData("WaGen.AspNetCore")]
    public void The_other_packages_hold_a_library_only(string package) =>
        Assert.Equal(["README.md", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"], Content(package));

    [Theory]
    [InlineData("WaGen")]
    [InlineData("WaGen.Client")]
    [InlineData("WaGen.Hosting")]
    [InlineData("WaGen.Testing")]
    [InlineData("WaGen.AspNetCore")]
    [InlineData("WaGen.Cli")]
    public void A_package_states_license_readme_and_description(string package)
    {
        XElement metadata = Metadata(package);

        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Contains("WaGen", Value(metadata, "description") + Value(metadata, "id"), StringComparison.Ordinal);
        Assert.NotEqual("Package Description", Value(metadata, "description"));
    }

    [Fact]
    public void WaGen_depends_on_nothing() => Assert.Empty(Dependencies("WaGen"));

    [Theory]
    [InlineData("WaGen.Client", "WaGen")]
    [InlineData("WaGen.Hosting", "WaGen")]
    [InlineData("WaGen.Testing", "WaGen")]
    [InlineData("WaGen.AspNetCore", "WaGen.Client")]
    [InlineData("WaGen.AspNetCore", "WaGen.Hosting")]
    public void Analyzers_and_targets_flow_through_the_packages_above(string package, string dependency)
    {
        XElement element = Dependencies(package).Single(element => element.Attribute("id")!.Value == dependency);

        Assert.Equal(fixture.Sandbox.Version, element.Attribute("version")!.Value);
        Assert.Equal("All", element.Attribute("include")?.Value);
        Assert.Null(element.Attribute("exclude"));
    }

    [Theory]
    [InlineData("WaGen.AspNetCore", "Polly.Core WaGen.Client WaGen.Hosting")]
    [InlineData("WaGen.Testing", "WaGen")]
    public void What_serves_HTTP_needs_the_shared_framework_and_no_package_but_ours_and_what_the_client_brings(string package, string dependencies)
    {
        Assert.Equal(dependencies.Split(' '), DependencyNames(package).Order(StringComparer.Ordinal));
        Assert.Contains("Microsoft.AspNetCore.App", Metadata(package).Descendants().Attributes("name").Select(name => name.Value));
    }

    [Fact]
    public void Client_needs_no_shared_framework_but_what_sends_retries_and_limits() => Assert.Equal(
        ["Microsoft.Extensions.Http", "Microsoft.Extensions.Options.ConfigurationExtensions", "Polly.Core", "System.Threading.RateLimiting", "WaGen"],
        DependencyNames("WaGen.Client").Order(StringComparer.Ordinal));

    private IEnumerable<string> Content(string package)
    {
        using ZipArchive archive = fixture.Open(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(IsOurs).Order(StringComparer.Ordinal)];

        bool IsOurs(string name) => name != $"{package}.nuspec" && name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal);
    }

    private XElement Metadata(string package)
    {
        using ZipArchive archive = fixture.Open(package);
        using Stream nuspec = archive.GetEntry($"{package}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private IEnumerable<XElement> Dependencies(string package) => Metadata(package).Descendants().Where(element => element.Name.LocalName == "dependency");

    private IEnumerable<string> DependencyNames(string package) => Dependencies(package).Select(element => element.Attribute("id")!.Value);

    private static string? Value(XElement metadata, string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
}
