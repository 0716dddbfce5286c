using System.Reflection;
using System.Text;

namespace WaGen.Cli.Tests.Support;

/// <summary>A folder for one test, and the files of the repository.</summary>
internal sealed class Files : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wagen-cli-");

    public static string OwnContract => Metadata("OwnContract");

    public string Folder => _folder.FullName;

    public static string Repository(params string[] parts) => Path.Combine([Metadata("RepositoryRoot"), .. parts]);

    public static string Payload(string name) => Repository("tests", "payloads", name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Metadata(string key) =>
        typeof(Files).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
