using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds endpoints that ask for an authorization nobody can have (WAGEN305).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AuthorizationAnalyzer : SetupAnalyzer
{
    /// <summary>Key of the diagnostic's property that is there when the endpoint itself asks, not a group around it.</summary>
    internal const string OwnProperty = "Own";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SetupRules.AuthorizationRequired];

    private protected override void Start(CompilationStartAnalysisContext start, SetupMembers members)
    {
        members.RegisterEndpointAction(start, Analyze);
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation endpoint)
    {
        IOperation root = Operations.Root(endpoint);
        List<IInvocationOperation> own = [.. ConventionsOf(endpoint, root)];
        List<IInvocationOperation> groups = [.. ConventionsOfGroups(endpoint, root)];
        if (own.Concat(groups).Any(IsAnonymous))
        {
            return;
        }

        foreach (IInvocationOperation call in own.Concat(groups))
        {
            if (IsRequirement(call))
            {
                Report(context, call, SetupOperations.NameOf(call), call.TargetMethod.Name, endpoint, own.Contains(call));
            }
            else if (Metadata(call).FirstOrDefault(static m => Is(m.Type, "IAuthorizeData")) is { } attribute)
            {
                Report(context, call, attribute.Syntax.GetLocation(), attribute.Type!.Name, endpoint, isOwn: false);
            }
        }
    }

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, Location location, string name, IInvocationOperation endpoint, bool isOwn)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            SetupRules.AuthorizationRequired,
            location,
            [isOwn ? call.Syntax.GetLocation() : endpoint.Syntax.GetLocation()],
            isOwn ? properties.Add(OwnProperty, "") : properties,
            name));
    }

    /// <summary>The calls on the result of a call, directly or by a variable.</summary>
    private static IEnumerable<IInvocationOperation> ConventionsOf(IInvocationOperation call, IOperation root) =>
        SetupOperations.Outer(call).Concat(SetupOperations.StoredIn(call) is { } local ? CallsOn(local, root) : []);

    /// <summary>The calls on the groups that an endpoint or another group is mapped on.</summary>
    private static IEnumerable<IInvocationOperation> ConventionsOfGroups(IInvocationOperation mapped, IOperation root)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IInvocationOperation>([mapped]);
        while (open.Count > 0)
        {
            IInvocationOperation current = open.Pop();
            foreach (IInvocationOperation inner in SetupOperations.Inner(current))
            {
                yield return inner;
            }

            if (SetupOperations.Start(current) is ILocalSymbol group && seen.Add(group))
            {
                foreach (IInvocationOperation call in CallsOn(group, root).Where(static c => !IsMap(c)))
                {
                    yield return call;
                }

                if (Initializer(group, root) is { } initializer)
                {
                    yield return initializer;
                    open.Push(initializer);
                }
            }
        }
    }

    /// <summary>The calls of all chains that start with a variable, as far as they are about what the variable holds.</summary>
    private static IEnumerable<IInvocationOperation> CallsOn(ILocalSymbol local, IOperation root) => root.Descendants()
        .OfType<IInvocationOperation>()
        .Where(c => SymbolEqualityComparer.Default.Equals(SetupOperations.Start(c), local) && !SetupOperations.Inner(c).Any(IsMap));

    private static IInvocationOperation? Initializer(ILocalSymbol local, IOperation root) => root.Descendants()
        .OfType<IVariableDeclaratorOperation>()
        .Where(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local))
        .Select(static d => d.GetVariableInitializer()?.Value)
        .Select(static v => v is null ? null : Operations.Unwrap(v) as IInvocationOperation)
        .FirstOrDefault();

    /// <summary>Whether a call maps something else than what it is called on.</summary>
    private static bool IsMap(IInvocationOperation call) => call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal);

    private static bool IsRequirement(IInvocationOperation call) =>
        call.TargetMethod is { Name: "RequireAuthorization", ContainingNamespace: { Name: "Builder", ContainingNamespace.Name: "AspNetCore" } };

    private static bool IsAnonymous(IInvocationOperation call) =>
        string.Equals(call.TargetMethod.Name, "AllowAnonymous", StringComparison.Ordinal) || Metadata(call).Any(static m => Is(m.Type, "IAllowAnonymous"));

    /// <summary>The objects that a call of <c>WithMetadata</c> creates.</summary>
    private static IEnumerable<IObjectCreationOperation> Metadata(IInvocationOperation call) => string.Equals(call.TargetMethod.Name, "WithMetadata", StringComparison.Ordinal)
        ? call.Arguments.SelectMany(static a => a.Descendants()).OfType<IObjectCreationOperation>()
        : [];

    private static bool Is(ITypeSymbol? type, string contract) => type is not null && type.AllInterfaces.Any(i => string.Equals(i.Name, contract, StringComparison.Ordinal));
}
