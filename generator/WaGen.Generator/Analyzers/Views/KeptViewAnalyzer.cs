using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds views that are kept beyond the call that they belong to (WAGEN211).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeptViewAnalyzer : ProjectAnalyzer
{
    private const string Captured = "used by a lambda that outlives the call";
    private const string CapturedLocally = "used by a local function that outlives the call";
    private const string Passed = "passed to work that is not awaited";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ViewRules.KeptWithoutDetach];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols handlers)
    {
        if (ViewSymbols.Of(start.Compilation) is { } symbols)
        {
            start.RegisterSymbolStartAction(type => AnalyzeType(type, symbols), SymbolKind.NamedType);
        }
    }

    private static void AnalyzeType(SymbolStartAnalysisContext context, ViewSymbols symbols)
    {
        if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            return;
        }

        var findings = new KeptViewFindings(symbols);
        context.RegisterOperationAction(c => AnalyzeAssignment((IAssignmentOperation)c.Operation, findings), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.DeconstructionAssignment);
        context.RegisterOperationAction(c => AnalyzeEvent((IEventAssignmentOperation)c.Operation, findings), OperationKind.EventAssignment);
        context.RegisterOperationAction(c => AnalyzeCall((IInvocationOperation)c.Operation, findings, type), OperationKind.Invocation);
        context.RegisterOperationAction(c => AnalyzeCreation((IObjectCreationOperation)c.Operation, findings), OperationKind.ObjectCreation);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (Diagnostic diagnostic in findings.ToDiagnostics())
            {
                end.ReportDiagnostic(diagnostic);
            }
        });
    }

    private static void AnalyzeAssignment(IAssignmentOperation assignment, KeptViewFindings findings)
    {
        AnalyzeValue(assignment.Target, assignment.Value, findings);
    }

    private static void AnalyzeValue(IOperation target, IOperation value, KeptViewFindings findings)
    {
        value = Operations.Unwrap(value);
        if (target is ITupleOperation targets && value is ITupleOperation values)
        {
            foreach ((IOperation part, IOperation element) in targets.Elements.Zip(values.Elements, static (t, v) => (t, v)))
            {
                AnalyzeValue(part, element, findings);
            }
        }
        else if (LastingPlace.Describe(target) is { } how && !LastingPlace.IsCleared(target))
        {
            findings.Keep(value, how);
            Capture(value, findings);
        }
    }

    private static void AnalyzeEvent(IEventAssignmentOperation assignment, KeptViewFindings findings)
    {
        // A handler that is taken off again in the same method may well have done its work by then.
        bool isTakenOff = Operations.Root(assignment).Descendants().Any(static o => o is IEventAssignmentOperation { Adds: false });
        if (assignment.Adds && !isTakenOff)
        {
            Capture(assignment.HandlerValue, findings);
        }
    }

    private static void AnalyzeCall(IInvocationOperation call, KeptViewFindings findings, INamedTypeSymbol type)
    {
        if (LastingPlace.Describe(call) is { } how)
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                findings.Keep(argument.Value, how);
                if (call.TargetMethod.Name is not ("AddOrUpdate" or "GetOrAdd"))
                {
                    Capture(argument.Value, findings);
                }
            }

            return;
        }

        if (OutlivingWork.Outlives(call))
        {
            foreach (IOperation function in OutlivingWork.FunctionsIn(call.Arguments))
            {
                Capture(function, findings);
            }
        }

        if (OutlivingWork.IsLeftAlone(call))
        {
            AnalyzeAbandoned(call, findings);
        }

        if (call.Instance is null or IInstanceReferenceOperation && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType.OriginalDefinition, type))
        {
            findings.Pass(call);
        }
    }

    private static void AnalyzeAbandoned(IInvocationOperation call, KeptViewFindings findings)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            findings.Keep(argument.Value, Passed);
        }

        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction && OutlivingWork.LocalFunction(call, call.TargetMethod) is { } function)
        {
            Capture(function, findings);
        }
    }

    private static void AnalyzeCreation(IObjectCreationOperation creation, KeptViewFindings findings)
    {
        if (OutlivingWork.Outlives(creation))
        {
            foreach (IOperation function in OutlivingWork.FunctionsIn(creation.Arguments))
            {
                Capture(function, findings);
            }
        }
    }

    private static void Capture(IOperation value, KeptViewFindings findings)
    {
        IOperation? function = value is ILocalFunctionOperation ? value : OutlivingWork.FunctionOf(value);
        if (function is not null)
        {
            findings.Capture(function, function is ILocalFunctionOperation ? CapturedLocally : Captured);
        }
    }
}
