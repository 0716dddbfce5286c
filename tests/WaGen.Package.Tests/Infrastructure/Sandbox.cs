using System.Xml.Linq;

namespace WaGen.Package.Tests.Infrastructure;

/// <summary>A directory outside the repository with package folders of its own, where the packages are used as a user would use them.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("wagen-packages-");

    public Sandbox()
    {
        Directory.CreateDirectory(Packages);
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NUGET_PACKAGES"] = PathOf("global"),
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["WaGenVersion"] = Version,
        };
    }

    /// <summary>A version that no cache has ever seen.</summary>
    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    /// <summary>The folder that the packages under test are put into; the only source that has them.</summary>
    public string Packages => PathOf("packages");

    public IReadOnlyDictionary<string, string> Environment { get; }

    public string PathOf(params string[] parts) => Path.Combine([_directory.FullName, .. parts]);

    public string ConsumerPath(params string[] parts) => PathOf(["consumers", .. parts]);

    public string RulesPath(params string[] parts) => PathOf(["rules", .. parts]);

    /// <summary>Copies the projects of the folders Consumers and Rules and says where packages come from.</summary>
    public async Task FillAsync()
    {
        Copy("Consumers", ConsumerPath());
        Copy("Rules", RulesPath());

        // The folder of packages that the machine has already is read, but never written to. The machine's own sources stay in force.
        CommandResult folders = await Command.DotNetAsync(
            Repository.Root, new Dictionary<string, string>(StringComparer.Ordinal), "nuget", "locals", "global-packages", "--list", "--force-english-output");
        string machine = folders.MustSucceed().Lines.First(line => line.StartsWith("global-packages: ", StringComparison.Ordinal))["global-packages: ".Length..];
        var configuration = new XElement(
            "configuration",
            new XElement("packageSources", Entry("wagen-test", Packages)),
            new XElement("fallbackPackageFolders", Entry("machine", machine)));
        configuration.Save(PathOf("NuGet.config"));
    }

    public void Dispose()
    {
        // Kept for a look at what went wrong when asked to.
        if (System.Environment.GetEnvironmentVariable("WAGEN_KEEP_SANDBOX") != "1")
        {
            _directory.Delete(recursive: true);
        }
    }

    private static void Copy(string folder, string target)
    {
        string source = Repository.PathOf("tests", "WaGen.Package.Tests", folder);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static XElement Entry(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}
