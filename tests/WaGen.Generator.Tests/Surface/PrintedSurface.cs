using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WaGen.Generator.Tests.Surface;

/// <summary>The public types and members of printed files.</summary>
internal static class PrintedSurface
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat MemberFormat = TypeFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .AddKindOptions(SymbolDisplayKindOptions.IncludeMemberKeyword);

    /// <summary>The public types of a printed file, by name.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(Compilation compilation, SyntaxTree file)
    {
        SemanticModel model = compilation.GetSemanticModel(file);
        return file.GetRoot().DescendantNodes()
            .Select(n => model.GetDeclaredSymbol(n))
            .OfType<INamedTypeSymbol>()
            .Where(static t => t.DeclaredAccessibility is Accessibility.Public)
            .OrderBy(static t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The public members of a type that stand in its source, in the order of the source.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.GetMembers()
        .Where(static m => !m.IsImplicitlyDeclared && m.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)
        .Where(static m => m is not IMethodSymbol { AssociatedSymbol: not null });

    /// <summary>One line for the type and one for each member.</summary>
    public static IEnumerable<string> Describe(INamedTypeSymbol type)
    {
        string bases = string.Join(", ", Bases(type).Select(static b => b.ToDisplayString(TypeFormat.WithKindOptions(SymbolDisplayKindOptions.None))));
        yield return $"  {(type is { IsSealed: true, IsReferenceType: true } ? "sealed " : "")}{type.ToDisplayString(TypeFormat)}{(bases.Length == 0 ? "" : " : " + bases)}";
        foreach (ISymbol member in Members(type))
        {
            yield return "    " + member.ToDisplayString(MemberFormat.WithKindOptions(SymbolDisplayKindOptions.None));
        }
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type) =>
        (type is { TypeKind: TypeKind.Class, BaseType.SpecialType: not SpecialType.System_Object } ? [type.BaseType] : Array.Empty<INamedTypeSymbol>()).Concat(type.Interfaces);
}
