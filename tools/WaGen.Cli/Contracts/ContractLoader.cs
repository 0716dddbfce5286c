using System.Reflection;

namespace WaGen.Cli.Contracts;

/// <summary>Takes the contract out of a user's own build.</summary>
internal static class ContractLoader
{
    private const string Kind = "webhooks";

    /// <summary>Loads a contract.</summary>
    /// <param name="file">The path of the assembly.</param>
    /// <param name="name">The name of the provider; null when the assembly holds one only.</param>
    /// <exception cref="ToolException">There is no contract that can be used.</exception>
    public static WebhookContract Load(string file, string? name)
    {
        string path = Path.GetFullPath(file.Length == 0 ? "." : file);
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no file '{file}': build your project, then give the path of its .dll, such as bin/Debug/net10.0/App.dll.");
        }

        AssemblyFacts facts = Read(path, file) ?? throw new ToolException(
            $"'{file}' is no .NET assembly: give the .dll that your build has made, neither an .exe nor a project file.");
        PrintedContract printed = Choose(file, path, facts, name);
        CheckVersion(file, facts);
        return Instantiate(file, path, printed);
    }

    /// <summary>Whether an exception comes from an assembly that does not fit, which may show only when the code runs.</summary>
    public static bool IsOfLoading(Exception problem) =>
        problem is TypeLoadException or MissingMemberException or FileNotFoundException or FileLoadException or BadImageFormatException
        || (problem is TargetInvocationException or TypeInitializationException && problem.InnerException is { } inner && IsOfLoading(inner));

    /// <summary>Says that an assembly does not fit.</summary>
    public static ToolException Mismatch(string file, Exception problem)
    {
        string version = typeof(WebhookContract).Assembly.GetName().Version!.ToString(3);
        return new ToolException(
            $"The contract in '{file}' does not fit this tool ({problem.GetBaseException().GetType().Name}): build the project again, with the WaGen version of the tool, {version}, and leave its dependencies beside it.");
    }

    private static AssemblyFacts? Read(string path, string file)
    {
        try
        {
            return AssemblyFacts.Read(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{file}' cannot be read ({problem.GetType().Name}): check its permissions.");
        }
    }

    private static PrintedContract Choose(string file, string path, AssemblyFacts facts, string? name)
    {
        PrintedContract[] all = [.. facts.Contracts.Where(static contract => contract.Kind == Kind)];
        if (all.Length == 0)
        {
            throw new ToolException(Owner(path, facts) is { } owner
                ? $"No contract was printed into '{file}', but one into '{owner}', which it references: give that file."
                : $"No contract was printed into '{file}': let its project reference the package WaGen or WaGen.AspNetCore, or set WaGenGenerate to true, and build it.");
        }

        string names = string.Join(", ", all.Select(static contract => contract.Name));
        if (name is not null)
        {
            return all.FirstOrDefault(contract => contract.Name == name)
                ?? throw new ToolException($"'{file}' holds no contract '{name}': give --contract one of {names}.");
        }

        return all.Length == 1 ? all[0] : throw new ToolException($"'{file}' holds several contracts: add --contract and one of {names}.");
    }

    /// <summary>Looks for the contract in the assemblies that lie beside the given one.</summary>
    private static string? Owner(string path, AssemblyFacts facts)
    {
        string folder = Path.GetDirectoryName(path)!;
        return facts.References
            .Select(reference => Path.Combine(folder, reference + ".dll"))
            .FirstOrDefault(static beside => File.Exists(beside) && Read(beside, beside) is { } other && other.Contracts.Any(static contract => contract.Kind == Kind));
    }

    private static void CheckVersion(string file, AssemblyFacts facts)
    {
        Version mine = typeof(WebhookContract).Assembly.GetName().Version!;
        if (facts.LibraryVersion is { } theirs && theirs != mine)
        {
            throw new ToolException(
                $"'{file}' was built with WaGen {theirs.ToString(3)}, this tool belongs to WaGen {mine.ToString(3)}: install the tool in the version of your packages with 'dotnet tool update WaGen.Cli --version {theirs.ToString(3)}'.");
        }
    }

    private static WebhookContract Instantiate(string file, string path, PrintedContract printed)
    {
        try
        {
            Assembly assembly = new ContractLoadContext(path).LoadFromAssemblyPath(path);
            object? instance = assembly.GetType(printed.TypeName)
                ?.GetProperty("Instance", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                ?.GetValue(obj: null);
            return instance as WebhookContract
                ?? throw new ToolException($"'{file}' says that it holds '{printed.TypeName}', but does not: build it again, after a clean.");
        }
        catch (Exception problem) when (IsOfLoading(problem))
        {
            throw Mismatch(file, problem);
        }
    }
}
