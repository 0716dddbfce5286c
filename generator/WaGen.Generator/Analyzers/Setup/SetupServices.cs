using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>The methods of host packages that add the services of an endpoint, and what belongs to them.</summary>
internal sealed class SetupServices
{
    private readonly List<IMethodSymbol> _methods = [];
    private readonly SetupMembers _members;

    /// <summary>Looks through the static classes of some assemblies.</summary>
    private SetupServices(IEnumerable<IAssemblySymbol> assemblies, SetupMembers members, CancellationToken cancellationToken)
    {
        _members = members;
        foreach (IAssemblySymbol assembly in assemblies)
        {
            if (assembly.MightContainExtensionMethods && members.KnowsRuntime(assembly))
            {
                Collect(assembly.GlobalNamespace, cancellationToken);
            }
        }
    }

    /// <summary>The methods, with their overloads.</summary>
    public IReadOnlyList<IMethodSymbol> Methods => _methods;

    /// <summary>The services that go with an endpoint method: those of its own package and of the packages it is built on.</summary>
    public static SetupServices For(IMethodSymbol endpoint, SetupMembers members, CancellationToken cancellationToken) =>
        new(HostPackages(endpoint.ContainingAssembly), members, cancellationToken);

    /// <summary>The services of all packages that a project references.</summary>
    public static SetupServices ReferencedBy(Compilation compilation, SetupMembers members, CancellationToken cancellationToken) =>
        new(compilation.SourceModule.ReferencedAssemblySymbols, members, cancellationToken);

    /// <summary>The assembly of an endpoint method and those it refers to.</summary>
    public static IEnumerable<IAssemblySymbol> HostPackages(IAssemblySymbol assembly) =>
        assembly.Modules.SelectMany(static m => m.ReferencedAssemblySymbols).Prepend(assembly);

    /// <summary>The configuration keys from which secrets and tokens are read.</summary>
    public IEnumerable<string> SecretKeys() => OptionsMembers()
        .Select(_members.PartOf)
        .Where(static p => p?.Kind is SetupKind.Secret or SetupKind.VerifyToken)
        .Select(static p => p!.ConfigurationKey)
        .OfType<string>()
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>A method that takes nothing but the services and a section of the configuration.</summary>
    public IMethodSymbol? FromConfiguration() => _methods.FirstOrDefault(
        static m => m is { IsExtensionMethod: true, IsGenericMethod: false, Parameters.Length: 2 } && m.Parameters[1].Type is { Name: "IConfiguration", TypeKind: TypeKind.Interface });

    private IEnumerable<ISymbol> OptionsMembers() => _methods
        .SelectMany(static m => m.Parameters)
        .Select(static p => p.Type)
        .OfType<INamedTypeSymbol>()
        .Where(static t => t is { Name: "Action", TypeArguments.Length: 1, ContainingNamespace.Name: "System" })
        .Select(static t => t.TypeArguments[0])
        .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
        .SelectMany(static t => t.GetMembers());

    private void Collect(INamespaceSymbol space, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (INamespaceOrTypeSymbol member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                Collect(inner, cancellationToken);
            }
            else if (member is INamedTypeSymbol { IsStatic: true, MightContainExtensionMethods: true, DeclaredAccessibility: Accessibility.Public })
            {
                _methods.AddRange(member.GetMembers().OfType<IMethodSymbol>().Where(m => _members.PartOf(m) is { Kind: SetupKind.Services }));
            }
        }
    }
}
