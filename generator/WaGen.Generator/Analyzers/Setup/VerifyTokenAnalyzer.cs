using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds verify tokens that get the value of a secret of the same options (WAGEN303).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VerifyTokenAnalyzer : SetupAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SetupRules.TokenIsSecret];

    private protected override void Start(CompilationStartAnalysisContext start, SetupMembers members)
    {
        start.RegisterOperationAction(operation => Analyze(operation, members), OperationKind.SimpleAssignment, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, SetupMembers members)
    {
        if (SecretWrite.Of(context.Operation, members) is not { } later)
        {
            return;
        }

        IPropertySymbol? twin = ReadFrom(later, members);
        if (twin is null)
        {
            SecretWrite? earlier = Earlier(context.Operation)
                .SelectMany(Writes)
                .Select(o => SecretWrite.Of(o, members))
                .FirstOrDefault(w => w is not null && w.Part.Kind != later.Part.Kind && IsSameOptions(w, later) && SameValue.Of(w.Value, later.Value) && !IsChanged(w.Value, later.Value));
            twin = earlier?.Property;
        }

        if (twin is not null)
        {
            (IPropertySymbol token, IPropertySymbol secret) = later.Part.Kind is SetupKind.VerifyToken ? (later.Property, twin) : (twin, later.Property);
            context.ReportDiagnostic(Diagnostic.Create(SetupRules.TokenIsSecret, later.Value.Syntax.GetLocation(), token.Name, secret.Name));
        }
    }

    /// <summary>The secret or token that a value is copied from: <c>o.VerifyToken = o.AppSecret</c>, of any options.</summary>
    private static IPropertySymbol? ReadFrom(SecretWrite write, SetupMembers members) =>
        Operations.Unwrap(write.Value) is IPropertyReferenceOperation source
        && members.PartOf(source.Property) is { Kind: SetupKind.Secret or SetupKind.VerifyToken } part
        && part.Kind != write.Part.Kind
            ? source.Property
            : null;

    private static bool IsSameOptions(SecretWrite left, SecretWrite right) =>
        left.Options is null || right.Options is null ? left.Options is null && right.Options is null : SameValue.Of(left.Options, right.Options);

    /// <summary>The statements of the same block, or the members of the same initializer, that stand before an operation; the nearest last.</summary>
    private static IEnumerable<IOperation> Earlier(IOperation operation)
    {
        while (operation.Parent is { } parent and not IAnonymousFunctionOperation)
        {
            if (parent is IBlockOperation or IObjectOrCollectionInitializerOperation)
            {
                foreach (IOperation sibling in parent.ChildOperations)
                {
                    if (ReferenceEquals(sibling, operation))
                    {
                        break;
                    }

                    yield return sibling;
                }

                if (parent is IBlockOperation)
                {
                    yield break;
                }
            }

            operation = parent;
        }
    }

    /// <summary>The assignments and calls in a statement or in a member of an initializer.</summary>
    private static IEnumerable<IOperation> Writes(IOperation operation) => operation switch
    {
        IExpressionStatementOperation statement => [statement.Operation],
        IMemberInitializerOperation { Initializer: { } initializer } => initializer.Initializers,
        _ => [operation],
    };

    /// <summary>Whether the variable that both values come from gets another value between them.</summary>
    private static bool IsChanged(IOperation earlier, IOperation later) =>
        SetupOperations.SymbolOf(Operations.Unwrap(earlier)) is { } symbol
        && Operations.Root(later).Descendants().Any(o =>
            o.Syntax.SpanStart > earlier.Syntax.Span.End
            && o.Syntax.SpanStart < later.Syntax.SpanStart
            && o is IAssignmentOperation { Target: var target }
            && SymbolEqualityComparer.Default.Equals(SetupOperations.SymbolOf(target), symbol));
}
