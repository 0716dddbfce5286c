using Microsoft.CodeAnalysis;
using WaGen.Generator.Model;

namespace WaGen.Generator.Selection;

/// <summary>What the pipeline must know of the compilation.</summary>
internal sealed record TargetFacts
{
    private const string RuntimeAssembly = "WaGen";
    private const string Attribute = "WaGen.Runtime.WebhookContractPrintedAttribute";

    /// <summary>Contracts and groups of APIs that referenced assemblies have printed.</summary>
    public required EquatableArray<PrintedContract> Printed { get; init; }

    public static TargetFacts Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var printed = new List<PrintedContract>();
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();

            printed.AddRange(PrintedBy(assembly, compilation));
        }

        return new TargetFacts { Printed = printed.OrderBy(static p => p.Contract, StringComparer.Ordinal).ToEquatableArray() };
    }

    /// <summary>The contracts that an assembly has printed. Reading attributes is dear, and only an assembly that knows the runtime can carry this one.</summary>
    public static IEnumerable<PrintedContract> PrintedBy(IAssemblySymbol assembly, Compilation compilation) =>
        KnowsRuntime(assembly) ? assembly.GetAttributes().Select(a => Read(a, assembly, compilation)).OfType<PrintedContract>() : [];

    /// <summary>Whether an assembly refers to the runtime. Asked of all references after each edit, so without iterators.</summary>
    public static bool KnowsRuntime(IAssemblySymbol assembly) => RefersTo(assembly, RuntimeAssembly);

    /// <summary>Whether an assembly refers to another one.</summary>
    public static bool RefersTo(IAssemblySymbol assembly, string name)
    {
        foreach (IModuleSymbol module in assembly.Modules)
        {
            foreach (AssemblyIdentity reference in module.ReferencedAssemblies)
            {
                if (string.Equals(reference.Name, name, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static PrintedContract? Read(AttributeData attribute, IAssemblySymbol assembly, Compilation compilation)
    {
        if (!string.Equals(attribute.AttributeClass?.ToDisplayString(), Attribute, StringComparison.Ordinal))
        {
            return null;
        }

        // The attribute is public, so anything may stand in one that is written by hand.
        string[] arguments = attribute.ConstructorArguments.Select(static a => a.Kind is TypedConstantKind.Primitive ? a.Value as string : null).OfType<string>().ToArray();
        if (arguments.Length != 5)
        {
            return null;
        }

        return new PrintedContract
        {
            Kind = arguments[0],
            Contract = arguments[1],
            Assembly = assembly.Name,
            Namespace = arguments[2],
            IsAccessible = arguments[3] is "public" || assembly.GivesAccessTo(compilation.Assembly),
            Fields = arguments[4].Split(';').ToEquatableArray(),
        };
    }
}

/// <summary>What is known of the project besides its schemas.</summary>
internal sealed record ProjectFacts(GeneratorOptions Options, TargetFacts Target);

/// <summary>A contract that a referenced assembly has printed, or groups of an API.</summary>
internal sealed record PrintedContract
{
    /// <summary>What was printed.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of the provider.</summary>
    public required string Contract { get; init; }

    /// <summary>The namespace of the printed types.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the assembly.</summary>
    public required string Assembly { get; init; }

    /// <summary>Whether handlers were printed, and no groups of an API.</summary>
    public bool IsWebhooks => Kind is not Emit.OperationListEmitter.Kind;

    /// <summary>Whether this project can use what was printed.</summary>
    public required bool IsAccessible { get; init; }

    /// <summary>The names of its fields on the wire, or of the groups of an API.</summary>
    public required EquatableArray<string> Fields { get; init; }
}
