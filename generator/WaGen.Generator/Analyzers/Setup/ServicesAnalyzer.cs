using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Selection;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds endpoints whose services nothing adds (WAGEN301).</summary>
/// <remarks>
/// A call by name anywhere in the project counts: whether it runs, and on which services, cannot be known. Neither can what
/// a library does that references the host package, so the rule says nothing in a project that has one.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServicesAnalyzer : SetupAnalyzer
{
    /// <summary>Key of the diagnostic's property that holds the name of the method to call.</summary>
    internal const string MethodProperty = "Method";

    /// <summary>Key of the diagnostic's property that holds the namespace of that method.</summary>
    internal const string NamespaceProperty = "Namespace";

    /// <summary>Key of the diagnostic's property that holds the section of the configuration that the options are read from.</summary>
    internal const string SectionProperty = "Section";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SetupRules.ServicesNotAdded];

    private protected override void Start(CompilationStartAnalysisContext start, SetupMembers members)
    {
        var services = new ConcurrentDictionary<IAssemblySymbol, SetupServices>(SymbolEqualityComparer.Default);
        members.RegisterEndpointAction(start, (context, endpoint) =>
        {
            SetupServices found = services.GetOrAdd(
                endpoint.TargetMethod.ContainingAssembly,
                _ => SetupServices.For(endpoint.TargetMethod, members, context.CancellationToken));
            Analyze(context, endpoint, found, tree => start.TryGetValue(tree, InvokedNames.Provider, out HashSet<string>? names) ? names : []);
        });
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, SetupServices services, Func<SyntaxTree, HashSet<string>> namesIn)
    {
        if (services.Methods.Count == 0 || IsCalled(services, call.Syntax.SyntaxTree, context.Compilation, namesIn) || IsKnownToLibrary(services, call.TargetMethod.ContainingAssembly, context.Compilation))
        {
            return;
        }

        IMethodSymbol method = services.FromConfiguration() ?? services.Methods[0];
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (services.FromConfiguration() is not null && services.SecretKeys().FirstOrDefault() is { } key && key.IndexOf(':') is > 0 and var length)
        {
            properties = properties
                .Add(MethodProperty, method.Name)
                .Add(NamespaceProperty, method.ContainingNamespace.ToDisplayString())
                .Add(SectionProperty, key.Substring(0, length));
        }

        context.ReportDiagnostic(Diagnostic.Create(SetupRules.ServicesNotAdded, SetupOperations.NameOf(call), properties, call.TargetMethod.Name, method.Name));
    }

    /// <summary>Whether some file calls one of the methods; the one that maps the endpoint is the likeliest.</summary>
    private static bool IsCalled(SetupServices services, SyntaxTree first, Compilation compilation, Func<SyntaxTree, HashSet<string>> namesIn)
    {
        string[] wanted = [.. services.Methods.Select(static m => m.Name).Distinct(StringComparer.Ordinal)];
        return IsIn(first) || compilation.SyntaxTrees.Any(IsIn);

        bool IsIn(SyntaxTree tree) => Array.Exists(wanted, namesIn(tree).Contains);
    }

    private static bool IsKnownToLibrary(SetupServices services, IAssemblySymbol endpoint, Compilation compilation)
    {
        HashSet<string> packages = [.. SetupServices.HostPackages(endpoint).Select(static a => a.Name)];
        string[] hosts = [.. services.Methods.Select(static m => m.ContainingAssembly).Append(endpoint).Select(static a => a.Name).Distinct(StringComparer.Ordinal)];
        return compilation.SourceModule.ReferencedAssemblySymbols.Any(a => !packages.Contains(a.Name) && Array.Exists(hosts, h => TargetFacts.RefersTo(a, h)));
    }
}
