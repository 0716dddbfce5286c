using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds middleware that reads or rewrites the body before an endpoint checks its signature (WAGEN304).</summary>
/// <remarks>
/// The order of the calls says little: a <c>WebApplication</c> runs all its middleware before its endpoints, wherever they are mapped.
/// Only an explicit <c>UseEndpoints</c> ends the way of a request earlier.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyAnalyzer : SetupAnalyzer
{
    /// <summary>Key of the diagnostic's property that holds the routes of the endpoints, one a line; without it they are not known.</summary>
    internal const string RoutesProperty = "Routes";

    private const string UseEndpoints = "UseEndpoints";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SetupRules.BodyTouched];

    private protected override void Start(CompilationStartAnalysisContext start, SetupMembers members)
    {
        members.RegisterEndpointAction(start, (context, endpoint) => Analyze(context, endpoint, members));
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation endpoint, SetupMembers members)
    {
        IInvocationOperation[] calls = [.. Operations.Root(endpoint).Descendants().OfType<IInvocationOperation>()];
        if (Application(endpoint, calls) is not { } application)
        {
            return;
        }

        IInvocationOperation[] endpoints = [.. calls.Where(c => members.IsEndpoint(c.TargetMethod) && Same(Application(c, calls), application))];
        if (endpoints.Any(e => e.Syntax.SpanStart < endpoint.Syntax.SpanStart))
        {
            // What is wrong for several endpoints is said once.
            return;
        }

        IInvocationOperation[] pipeline = [.. calls.Where(c => IsOnApplication(c, application)).OrderBy(static c => c.Syntax.Span.End)];
        foreach (IInvocationOperation call in pipeline.TakeWhile(static c => c.TargetMethod.Name is not UseEndpoints))
        {
            if (BodyMiddleware.Describe(call, context.CancellationToken) is { } what)
            {
                context.ReportDiagnostic(Diagnostic.Create(SetupRules.BodyTouched, SetupOperations.NameOf(call), Properties(endpoints, calls), call.TargetMethod.Name, what));
            }
        }
    }

    /// <summary>The application that an endpoint is mapped on: directly, by groups, or in the lambda of <c>UseEndpoints</c>.</summary>
    private static ISymbol? Application(IInvocationOperation endpoint, IInvocationOperation[] calls)
    {
        ISymbol? start = SetupOperations.Start(endpoint);
        for (int depth = 0; start is not null && depth < calls.Length; depth++)
        {
            if (IsApplication(start))
            {
                return start;
            }

            ISymbol current = start;
            start = current switch
            {
                ILocalSymbol group => calls.FirstOrDefault(c => Same(SetupOperations.StoredIn(c), group)) is { } map ? SetupOperations.Start(map) : null,
                IParameterSymbol parameter => calls.FirstOrDefault(c => c.TargetMethod.Name is UseEndpoints && Takes(c, parameter)) is { } use ? SetupOperations.Start(use) : null,
                _ => null,
            };
        }

        return null;
    }

    private static bool Takes(IInvocationOperation call, IParameterSymbol parameter) => call.Arguments
        .Select(static a => a.Value)
        .OfType<IDelegateCreationOperation>()
        .Select(static d => d.Target)
        .OfType<IAnonymousFunctionOperation>()
        .Any(f => f.Symbol.Parameters.Any(p => Same(p, parameter)));

    private static bool IsApplication(ISymbol symbol)
    {
        ITypeSymbol? type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type is not null && (IsBuilder(type) || type.AllInterfaces.Any(IsBuilder));
    }

    private static bool IsBuilder(ITypeSymbol type) => type is { Name: "IApplicationBuilder", ContainingNamespace: { Name: "Builder", ContainingNamespace.Name: "AspNetCore" } };

    /// <summary>Whether a call adds to the pipeline of an application itself, not to a branch of it.</summary>
    private static bool IsOnApplication(IInvocationOperation call, ISymbol application) =>
        Same(SetupOperations.Start(call), application)
        && (call.TargetMethod.Name is "Run" || call.TargetMethod.Name.StartsWith("Use", StringComparison.Ordinal))
        && SetupOperations.Inner(call).All(static c => IsBuilder(c.TargetMethod.ReturnType));

    /// <summary>The routes, if all of them are known.</summary>
    private static ImmutableDictionary<string, string?> Properties(IInvocationOperation[] endpoints, IInvocationOperation[] calls)
    {
        string?[] routes = [.. endpoints.Select(e => SetupRoute.Of(e, calls))];
        return Array.TrueForAll(routes, static r => r is not null)
            ? ImmutableDictionary<string, string?>.Empty.Add(RoutesProperty, string.Join("\n", routes))
            : ImmutableDictionary<string, string?>.Empty;
    }

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
