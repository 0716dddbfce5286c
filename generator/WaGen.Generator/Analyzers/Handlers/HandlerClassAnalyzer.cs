using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds handler classes that handle nothing (WAGEN202), overlook failures (WAGEN209), or overlook what has no method of its own (WAGEN210).</summary>
/// <remarks>Every method of a handler interface has a default, so the compiler never asks for one.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerClassAnalyzer : ProjectAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [HandlerRules.HandlesNothing, HandlerRules.FailureOverlooked, HandlerRules.FallbackOverlooked];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        if (!ProjectKind.IsTest(start.Options))
        {
            var mentions = new ProjectMentions(start);
            var rules = new Rules(symbols, start.Compilation.GetTypeByMetadataName("WaGen.IUnhandledHandler"), mentions);
            start.RegisterSymbolAction(rules.Analyze, SymbolKind.NamedType);
        }
    }

    /// <summary>The rules over one compilation.</summary>
    private sealed class Rules(HandlerSymbols symbols, INamedTypeSymbol? unhandledHandler, ProjectMentions mentions)
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<AdvisedEvents>> _advice = new(SymbolEqualityComparer.Default);

        public void Analyze(SymbolAnalysisContext context)
        {
            if (HandlerClass.Of((INamedTypeSymbol)context.Symbol, symbols, context.CancellationToken) is not { } handler)
            {
                return;
            }

            Diagnostic[] found = [.. HandlesNothing(handler, context.CancellationToken), .. Overlooks(handler)];
            if (found.Length > 0 && !mentions.IsBaseClass(handler.Type))
            {
                foreach (Diagnostic diagnostic in found)
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }

        private IEnumerable<Diagnostic> HandlesNothing(HandlerClass handler, CancellationToken cancellationToken)
        {
            foreach (INamedTypeSymbol listed in handler.Type.Interfaces.Where(symbols.IsHandlerInterface))
            {
                INamedTypeSymbol[] all = [listed, .. listed.AllInterfaces.Where(symbols.IsHandlerInterface)];
                var methods = new HashSet<IMethodSymbol>(all.SelectMany(symbols.HandlerMethods), SymbolEqualityComparer.Default);
                if (methods.Count > 0
                    && !methods.Any(handler.Implements)
                    && !HasOtherMembers(listed, methods)
                    && !TakesUnhandled(handler)
                    && !handler.Misses(methods.Contains))
                {
                    yield return Diagnostic.Create(
                        HandlerRules.HandlesNothing,
                        handler.InBaseList(listed, cancellationToken),
                        HandlerClassFinding.Properties(handler.Type, listed),
                        handler.Type.Name,
                        listed.Name);
                }
            }
        }

        private IEnumerable<Diagnostic> Overlooks(HandlerClass handler) =>
            from handled in handler.Type.AllInterfaces.Where(symbols.IsHandlerInterface)
            from events in _advice.GetOrAdd(handled, i => AdvisedEvents.Of(i, symbols))
            where Overlooks(handler, events)
            let first = events.Methods[0]
            let rule = events.Topic is AdviceTopic.Failure ? HandlerRules.FailureOverlooked : HandlerRules.FallbackOverlooked
            select Diagnostic.Create(
                rule,
                handler.Name(),
                HandlerClassFinding.Properties(handler.Type, handled, first, events.Group.Method),
                handler.Type.Name,
                handled.Name,
                first.Name,
                events.Group.Method.Name);

        private bool Overlooks(HandlerClass handler, AdvisedEvents events)
        {
            IMethodSymbol[] enough = [.. events.Methods, events.Group.Method];
            return events.Others.Any(handler.Implements)
                && !enough.Any(handler.Implements)
                && !handler.Misses(m => enough.Contains(m, SymbolEqualityComparer.Default))
                && (events.Topic is AdviceTopic.Failure || !(TakesUnhandled(handler) || mentions.Any(static m => m.HasUnhandledHandler)));
        }

        private bool TakesUnhandled(HandlerClass handler) => unhandledHandler is not null && handler.Type.AllInterfaces.Contains(unhandledHandler, SymbolEqualityComparer.Default);

        /// <summary>Whether an interface asks for more than events, so that there is a reason to list it without handling any.</summary>
        private static bool HasOtherMembers(INamedTypeSymbol listed, HashSet<IMethodSymbol> methods) => listed.AllInterfaces
            .Add(listed)
            .SelectMany(static i => i.GetMembers())
            .Any(m => m is not INamedTypeSymbol && !m.IsStatic && !(m is IMethodSymbol method && (methods.Contains(method) || method.ExplicitInterfaceImplementations.Length > 0)));
    }
}
