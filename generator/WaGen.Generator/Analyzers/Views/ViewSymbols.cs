using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>What one compilation knows about views and the other types that read a received body.</summary>
internal sealed class ViewSymbols
{
    private const string RuntimeNamespace = "WaGen";

    /// <summary>The types of the runtime that read a received body and are no views of a schema's object.</summary>
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "ViewList",
        "ViewMap",
        "ViewMapEntry",
        "TextList",
        "TextMap",
        "TextMapEntry",
        "RawJson",
        "RawJsonObject",
        "RawJsonArray",
        "RawJsonMember",
        "WebhookDelivery",
        "UnhandledEvent",
    };

    private readonly INamedTypeSymbol _view;
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _bound = new(SymbolEqualityComparer.Default);

    private ViewSymbols(HandlerSymbols handlers, INamedTypeSymbol view)
    {
        Handlers = handlers;
        _view = view;
    }

    /// <summary>What the compilation knows about handlers.</summary>
    public HandlerSymbols Handlers { get; }

    /// <summary>The symbols of a compilation, or <see langword="null"/> when it does not reference WaGen.</summary>
    public static ViewSymbols? Of(Compilation compilation) =>
        HandlerSymbols.Of(compilation) is { } handlers && compilation.GetTypeByMetadataName("WaGen.Runtime.IJsonView`1") is { } view
            ? new ViewSymbols(handlers, view)
            : null;

    /// <summary>Whether a type is the view of an object, which can be detached.</summary>
    public bool IsView(ITypeSymbol type) =>
        type.IsValueType && (type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.Any(IsViewInterface) : type.AllInterfaces.Any(IsViewInterface));

    /// <summary>Whether a type is the context of an event: printed, and no view.</summary>
    public bool IsContext(ITypeSymbol type) => type.TypeKind == TypeKind.Struct && !IsView(type) && SymbolAttributes.IsPrinted(type);

    /// <summary>Whether values of a type read the memory of a received body; nullable ones too.</summary>
    public bool IsBound(ITypeSymbol? type) => type is not null && _bound.GetOrAdd(NullableValue.Unwrap(type), FindBound);

    /// <summary>Whether values of a type may hold values that read the memory of a received body: arrays, lists and the like.</summary>
    public bool MayHoldBound(ITypeSymbol? type) =>
        IsBound(type)
        || (type is IArrayTypeSymbol array && MayHoldBound(array.ElementType))
        || (type is INamedTypeSymbol { IsGenericType: true } named && named.TypeArguments.Any(MayHoldBound));

    private static bool IsReader(ITypeSymbol type) => Readers.Contains(type.Name) && type.ContainingNamespace is { Name: RuntimeNamespace, ContainingNamespace.IsGlobalNamespace: true };

    private bool FindBound(ITypeSymbol type) => type.IsValueType && type.TypeKind != TypeKind.Enum && (IsReader(type) || IsView(type) || IsContext(type));

    private bool IsViewInterface(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, _view);
}
