using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds handler classes of an application that nothing registers (WAGEN203).</summary>
/// <remarks>
/// To register a class means to name it: as a type argument, in a typeof, after new. So the names in each file decide, and every doubt is in favour of the class.
/// Adding it to the services alone, which is the usual mistake, does not count.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerRegistrationAnalyzer : ProjectAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.NotRegistered];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        if (ProjectKind.IsApplication(start.Compilation) && !ProjectKind.IsTest(start.Options))
        {
            var mentions = new ProjectMentions(start);
            var isHosted = new Lazy<bool>(() => HandlerHosts.AreReferencedBy(start.Compilation));
            start.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (HandlerClass.Of(type, symbols, symbol.CancellationToken) is { } handler
                        && CanBeRegistered(type)
                        && type.AllInterfaces.FirstOrDefault(i => symbols.IsHandlerInterface(i) && symbols.HandlerMethods(i).Any()) is { } handled
                        && !mentions.Any(m => m.HasReflection || m.Used.Contains(type.Name))
                        && !mentions.IsBaseClass(type)
                        && isHosted.Value)
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(
                            HandlerRules.NotRegistered,
                            handler.Name(),
                            HandlerClassFinding.Properties(type, handled),
                            type.Name,
                            handled.Name));
                    }
                },
                SymbolKind.NamedType);
        }
    }

    /// <summary>A struct cannot be added, and of a generic type nobody knows what to add.</summary>
    private static bool CanBeRegistered(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                return false;
            }
        }

        return type.TypeKind == TypeKind.Class;
    }
}
