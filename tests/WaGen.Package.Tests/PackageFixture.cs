using System.IO.Compression;
using WaGen.Package.Tests.Infrastructure;

namespace WaGen.Package.Tests;

/// <summary>Packs once, fills the sandbox once and builds each solution in one go; every test looks at the result.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    internal const string Collection = "packages";

    internal Sandbox Sandbox { get; } = new();

    /// <summary>The build of all consumers.</summary>
    internal CommandResult Build { get; private set; } = null!;

    /// <summary>The build of the projects with one mistake of each rule and of the same projects mended. It fails, because mistakes are errors.</summary>
    internal CommandResult Rules { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        CommandResult pack = await Command.DotNetAsync(
            Repository.Root,
            Sandbox.Environment,
            "pack",
            "WaGen.sln",
            "--no-build",
            "--configuration",
            Repository.Configuration,
            "--output",
            Sandbox.Packages,
            $"-p:Version={Sandbox.Version}",
            $"-p:NuspecOutputPath={Sandbox.PathOf("nuspec")}{Path.DirectorySeparatorChar}");
        pack.MustSucceed();

        await Sandbox.FillAsync();
        WriteUserSchema();
        Build = await BuildAsync(Sandbox.ConsumerPath(), "Consumers.slnx");
        Rules = await BuildAsync(Sandbox.RulesPath(), "Rules.slnx");
    }

    public Task DisposeAsync()
    {
        Sandbox.Dispose();
        return Task.CompletedTask;
    }

    internal ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Sandbox.Packages, $"{package}.{Sandbox.Version}.nupkg"));

    private Task<CommandResult> BuildAsync(string directory, string solution) =>
        Command.DotNetAsync(directory, Sandbox.Environment, "build", solution, "--configuration", "Release");

    /// <summary>Puts the file that the README changes into the project Contracts, changed in the way that it shows, beside the vocabulary for editors.</summary>
    private void WriteUserSchema()
    {
        string[] diff = Readme.Blocks("Change a schema", "diff").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string before = string.Concat(diff.Where(line => line[0] != '+').Select(line => line[1..] + "\n"));
        string after = string.Concat(diff.Where(line => line[0] != '-').Select(line => line[1..] + "\n"));
        string shipped = ShippedSchema("common/text.json");
        Assert.Contains(before, shipped, StringComparison.Ordinal);

        string directory = Sandbox.ConsumerPath("Contracts", "schemas");
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, "text.json"), shipped.Replace(before, after, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(directory, "wagen.schema.json"), ShippedSchema("wagen.schema.json"));
    }

    private string ShippedSchema(string name)
    {
        using ZipArchive package = Open("WaGen");
        using var reader = new StreamReader(package.GetEntry($"schemas/{name}")!.Open());
        return reader.ReadToEnd();
    }
}
