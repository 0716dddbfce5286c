using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Selection;

namespace WaGen.CodeFixes;

/// <summary>A field of a contract, as its handler interface shows it.</summary>
internal sealed class HandlerField
{
    private const string Start = "I";
    private const string End = "Handler";
    private const int MarksLength = 8;

    private readonly HandlerSymbols _symbols;

    private HandlerField(INamedTypeSymbol handler, HandlerSymbols symbols)
    {
        Interface = handler;
        _symbols = symbols;
    }

    /// <summary>The handler interface.</summary>
    public INamedTypeSymbol Interface { get; }

    /// <summary>The name of a class that handles the field.</summary>
    public string ClassName => Interface.Name.Substring(Start.Length);

    /// <summary>The C# name of the field.</summary>
    public string Name => ClassName.Substring(0, ClassName.Length - End.Length);

    /// <summary>All methods of the handler interface.</summary>
    public ImmutableArray<IMethodSymbol> Methods => _symbols.HandlerMethods(Interface).ToImmutableArray();

    /// <summary>The methods that take all events of a group: those of the variants end with them unless they are implemented.</summary>
    public ImmutableArray<IMethodSymbol> GroupMethods => [.. EventGroup.Of(Interface, _symbols).Select(static g => g.Method)];

    /// <summary>The field of a type; null when it is no printed handler interface of one.</summary>
    public static HandlerField? Of(ISymbol? symbol, HandlerSymbols symbols) =>
        symbol is INamedTypeSymbol { Name.Length: > MarksLength } type
        && type.Name.StartsWith(Start, StringComparison.Ordinal)
        && type.Name.EndsWith(End, StringComparison.Ordinal)
        && symbols.IsHandlerInterface(type)
        && SymbolAttributes.IsPrinted(type)
        && symbols.HandlerMethods(type).Any()
            ? new HandlerField(type, symbols)
            : null;

    /// <summary>All fields that a project can handle, by name.</summary>
    public static ImmutableArray<HandlerField> All(Compilation compilation, HandlerSymbols symbols, CancellationToken cancellationToken)
    {
        ImmutableArray<HandlerField>.Builder fields = ImmutableArray.CreateBuilder<HandlerField>();
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols.Prepend(compilation.Assembly))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (PrintedContract contract in TargetFacts.PrintedBy(assembly, compilation).Where(static c => c.IsAccessible))
            {
                if (assembly.GetTypeByMetadataName($"{contract.Namespace}.I{contract.Contract}Handler") is { } handler)
                {
                    fields.AddRange(HandlerSymbols.FindFields(handler).Select(f => Of(f, symbols)).OfType<HandlerField>());
                }
            }
        }

        return [.. fields.OrderBy(static f => f.Name, StringComparer.Ordinal)];
    }
}
