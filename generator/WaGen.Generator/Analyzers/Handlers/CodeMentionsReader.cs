using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.Generator.Analyzers;

/// <summary>Collects <see cref="CodeMentions"/> from the syntax of a file.</summary>
internal sealed class CodeMentionsReader
{
    private const string UnhandledHandler = "UnhandledHandler";

    /// <summary>What gets a class as a type argument and does not call it for an event: registrations of services, loggers.</summary>
    private static readonly ImmutableHashSet<string> Bystanders =
    [
        "AddSingleton", "AddScoped", "AddTransient", "TryAddSingleton", "TryAddScoped", "TryAddTransient",
        "AddKeyedSingleton", "AddKeyedScoped", "AddKeyedTransient", "TryAddKeyedSingleton", "TryAddKeyedScoped", "TryAddKeyedTransient",
        "AddHostedService", "AddUserSecrets", "ILogger", "Logger", "NullLogger", "CreateLogger", "ForContext",
    ];

    private static readonly ImmutableHashSet<string> Reflection = ["MakeGenericMethod", "GetTypes", "GetExportedTypes", "ExportedTypes", "DefinedTypes"];

    private readonly ImmutableHashSet<string>.Builder _used = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly ImmutableHashSet<string>.Builder _bases = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
    private bool _hasReflection;
    private bool _hasUnhandledHandler;

    public static CodeMentions Read(SyntaxTree tree)
    {
        var reader = new CodeMentionsReader();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            reader.Visit(node);
        }

        return new CodeMentions
        {
            Used = reader._used.ToImmutable(),
            Bases = reader._bases.ToImmutable(),
            HasReflection = reader._hasReflection,
            HasUnhandledHandler = reader._hasUnhandledHandler,
        };
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case SimpleNameSyntax mention:
                Visit(mention);
                break;
            case TypeOfExpressionSyntax type:
                Use(type.Type);
                break;
            case ObjectCreationExpressionSyntax creation:
                Use(creation.Type);
                break;
            case ImplicitObjectCreationExpressionSyntax:
                Use(TypeOfNew(node));
                break;
            case ThisExpressionSyntax { Parent: ArgumentSyntax }:
                // The object hands itself to somebody, who may register it.
                _used.UnionWith(node.Ancestors().OfType<TypeDeclarationSyntax>().Take(1).Select(static t => t.Identifier.ValueText));
                break;
            case ParameterSyntax parameter:
                Use(parameter.Type);
                break;
            case UsingDirectiveSyntax { Alias: not null } alias:
                // Whoever uses the alias uses the type.
                Use(alias.NamespaceOrType);
                break;
            case BaseTypeSyntax type:
                // Of the names in it only the last one is that of the base.
                if (type.Type.DescendantNodesAndSelf(static n => n is not GenericNameSyntax).OfType<SimpleNameSyntax>().LastOrDefault() is { } name)
                {
                    _bases.Add(name.Identifier.ValueText);
                }

                break;
        }
    }

    private void Visit(SimpleNameSyntax name)
    {
        string text = name.Identifier.ValueText;
        _hasReflection |= Reflection.Contains(text) || (Has(text, "Assembl") && Has(text, "Handler"));
        _hasUnhandledHandler |= text.EndsWith(UnhandledHandler, StringComparison.Ordinal);
        if (name is GenericNameSyntax generic && !Bystanders.Contains(text))
        {
            foreach (TypeSyntax argument in generic.TypeArgumentList.Arguments)
            {
                Use(argument);
            }
        }
    }

    /// <summary>The type that <c>new()</c> makes, as far as the declaration around it tells.</summary>
    private static TypeSyntax? TypeOfNew(SyntaxNode node)
    {
        foreach (SyntaxNode ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case VariableDeclarationSyntax variable:
                    return variable.Type;
                case BasePropertyDeclarationSyntax property:
                    return property.Type;
                case MethodDeclarationSyntax method:
                    return method.ReturnType;
                case LocalFunctionStatementSyntax function:
                    return function.ReturnType;
            }
        }

        return null;
    }

    private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;

    /// <summary>Takes all names in a type as used; those of its namespace do no harm.</summary>
    private void Use(SyntaxNode? type)
    {
        if (type is not null)
        {
            _used.UnionWith(type
                .DescendantNodesAndSelf(static n => n is not GenericNameSyntax generic || !Bystanders.Contains(generic.Identifier.ValueText))
                .OfType<SimpleNameSyntax>()
                .Select(static n => n.Identifier.ValueText));
        }
    }
}
