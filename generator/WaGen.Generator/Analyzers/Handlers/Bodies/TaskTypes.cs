using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>The types of .NET that asynchronous code is made of, in one compilation.</summary>
internal sealed class TaskTypes(Compilation compilation)
{
    private readonly INamedTypeSymbol?[] _tasks =
    [
        compilation.GetTypeByMetadataName("System.Threading.Tasks.Task"),
        compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1"),
        compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask"),
        compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1"),
    ];

    private readonly INamedTypeSymbol? _taskFactory = compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskFactory");
    private readonly INamedTypeSymbol? _thread = compilation.GetTypeByMetadataName("System.Threading.Thread");
    private readonly INamedTypeSymbol? _threadPool = compilation.GetTypeByMetadataName("System.Threading.ThreadPool");
    private readonly INamedTypeSymbol? _token = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");

    /// <summary>Whether a type is <see cref="Task"/> or <see cref="ValueTask"/>, with or without result.</summary>
    public bool IsTask(ITypeSymbol? type) => type is not null && _tasks.Any(t => Same(t, type.OriginalDefinition));

    /// <summary>Whether a type belongs to those that start and watch work, not to those that do it.</summary>
    public bool IsScheduler(ITypeSymbol? type) => IsTask(type) || Same(_taskFactory, type) || Same(_threadPool, type) || IsThread(type);

    public bool IsThread(ITypeSymbol? type) => Same(_thread, type);

    public bool IsToken(ITypeSymbol? type) => Same(_token, type);

    private static bool Same(ISymbol? left, ISymbol? right) => left is not null && SymbolEqualityComparer.Default.Equals(left, right);
}
