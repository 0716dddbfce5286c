using System.Reflection;
using System.Runtime.Loader;

namespace WaGen.Cli.Contracts;

/// <summary>Loads a user's assembly and what lies beside it. The library comes from the tool, so that both mean the same types.</summary>
internal sealed class ContractLoadContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    private readonly AssemblyDependencyResolver _resolver = new(path);
    private readonly string _folder = Path.GetDirectoryName(path)!;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (string.Equals(assemblyName.Name, AssemblyFacts.LibraryName, StringComparison.OrdinalIgnoreCase))
        {
            return typeof(WebhookContract).Assembly;
        }

        string beside = Path.Combine(_folder, assemblyName.Name + ".dll");
        string? found = _resolver.ResolveAssemblyToPath(assemblyName) ?? (File.Exists(beside) ? beside : null);
        return found is null ? null : LoadFromAssemblyPath(found);
    }
}
