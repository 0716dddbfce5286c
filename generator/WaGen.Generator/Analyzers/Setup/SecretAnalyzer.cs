using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds secrets and tokens that stand in the code (WAGEN302). The message never shows them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretAnalyzer : SetupAnalyzer
{
    /// <summary>Key of the diagnostic's property that holds the configuration key to read instead; without it there is none.</summary>
    internal const string KeyProperty = "Key";

    /// <summary>Key of the diagnostic's property that is there when the value is one of a list, which has no names.</summary>
    internal const string ListProperty = "List";

    /// <summary>Key of the diagnostic's property that is there when the value must not be null.</summary>
    internal const string RequiredProperty = "Required";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SetupRules.SecretInCode];

    private protected override void Start(CompilationStartAnalysisContext start, SetupMembers members)
    {
        var keys = new Lazy<string[]>(() => [.. SetupServices.ReferencedBy(start.Compilation, members, CancellationToken.None).SecretKeys()]);
        start.RegisterOperationAction(operation => Analyze(operation, members, keys), OperationKind.SimpleAssignment, OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, SetupMembers members, Lazy<string[]> keys)
    {
        if (SecretWrite.Of(context.Operation, members) is { } write)
        {
            if (SecretText.StandsInCode(write.Value, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(SetupRules.SecretInCode, write.Value.Syntax.GetLocation(), Properties(write), write.Property.Name));
            }
        }
        else if (Entry(context.Operation) is var (key, value)
            && key.ConstantValue is { HasValue: true, Value: string name }
            && name.IndexOf(':') > 0
            && SecretText.StandsInCode(value, context.CancellationToken)
            && !SecretText.IsProse(value)
            && Array.Exists(keys.Value, k => IsAtOrBelow(name, k)))
        {
            context.ReportDiagnostic(Diagnostic.Create(SetupRules.SecretInCode, value.Syntax.GetLocation(), name));
        }
    }

    /// <summary>The key and the value of an entry that could be one of a configuration: of an indexer, a call of <c>Add</c>, or a pair.</summary>
    private static (IOperation Key, IOperation Value)? Entry(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments } } assignment => (arguments[0].Value, assignment.Value),
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: { Length: 2 } arguments } => (arguments[0].Value, arguments[1].Value),
        IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: { Length: 2 } arguments } => (arguments[0].Value, arguments[1].Value),
        _ => null,
    };

    private static bool IsAtOrBelow(string name, string key) =>
        name.StartsWith(key, StringComparison.OrdinalIgnoreCase) && (name.Length == key.Length || name[key.Length] == ':');

    private static ImmutableDictionary<string, string?> Properties(SecretWrite write)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (write.Part.ConfigurationKey is not { } key)
        {
            return properties;
        }

        if (write.Target?.NullableAnnotation is not NullableAnnotation.Annotated)
        {
            properties = properties.Add(RequiredProperty, "");
        }

        return write switch
        {
            { IsElement: false } => properties.Add(KeyProperty, key),
            { Name.ConstantValue: { HasValue: true, Value: string { Length: > 0 } name } } => properties.Add(KeyProperty, key + ":" + name),
            { Name: null } => properties.Add(KeyProperty, key).Add(ListProperty, ""),
            _ => properties,
        };
    }
}
