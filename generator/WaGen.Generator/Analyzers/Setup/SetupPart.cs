using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>The parts of a set-up; the same names as <c>WaGen.Runtime.WebhookSetup</c>.</summary>
internal enum SetupKind
{
    Services,
    Handler,
    Endpoint,
    Secret,
    VerifyToken,
    BodyLimit,
}

/// <summary>The part that a member of a host package has in setting an endpoint up. The analyzers know members by it, not by name.</summary>
/// <param name="Kind">The part.</param>
/// <param name="ConfigurationKey">The key from which the value is usually read; null without one.</param>
/// <param name="Minimum">The least sensible value, in bytes; 0 without one.</param>
internal sealed record SetupPart(SetupKind Kind, string? ConfigurationKey, int Minimum)
{
    private const string AttributeName = "WebhookSetupAttribute";

    /// <summary>The part of a method or property; null when it has none.</summary>
    public static SetupPart? Of(ISymbol symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        foreach (AttributeData attribute in symbol.OriginalDefinition.GetAttributes())
        {
            if (SymbolAttributes.IsOfRuntime(attribute, AttributeName)
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is int kind)
            {
                return new SetupPart(
                    (SetupKind)kind,
                    Argument(attribute, "ConfigurationKey") as string,
                    Argument(attribute, "Minimum") as int? ?? 0);
            }
        }

        return null;
    }

    private static object? Argument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => string.Equals(a.Key, name, StringComparison.Ordinal)).Value.Value;
}
