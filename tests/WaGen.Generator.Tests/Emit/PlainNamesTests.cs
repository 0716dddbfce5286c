using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Emit;
using WaGen.Generator.Tests.Emit.Acme;
using WaGen.Generator.Tests.Emit.Operations;
using WaGen.Generator.Tests.Emit.Parcels;
using WaGen.Generator.Tests.Infrastructure;
using WaGen.Generator.Tests.Pipeline;

namespace WaGen.Generator.Tests.Emit;

/// <summary>Printed code says the names of WaGen and .NET without their namespaces, and means them whatever the project around it is like.</summary>
public sealed class PlainNamesTests
{
    [Fact]
    public void The_names_that_no_schema_may_use_are_those_that_printed_code_says_plainly()
    {
        var said = new SortedSet<string>(PlainNamesOf(Edits.Shipped).Concat(PlainNamesOf(AcmeProvider.Run)).Concat(PlainNamesOf(ParcelsProvider.Run)).Concat(PlainNamesOf(PostApi.Run("all", PostApi.Client))).Concat(PlainNamesOf(PostLists.Run(PostApi.Client))), StringComparer.Ordinal);

        // An attribute is found with and without its ending.
        said.UnionWith(said.Where(static n => n.EndsWith("Attribute", StringComparison.Ordinal)).ToList().Select(static n => n[..^"Attribute".Length]));

        Assert.Equal(said, PlainNames.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_of_the_project_with_the_same_names_change_nothing()
    {
        string types = string.Concat(PlainNames.All.Select(static n => $"public class {n} {{ }}\n"));
        GeneratorRun.Of(
            types,
            $"namespace WaGen.Other {{ {types} }}",
            "namespace WaGen.System { public class ReadOnlySpan { } }",
            "namespace WaGen.WhatsApp.System { public class ReadOnlySpan { } }",
            "namespace WaGen.WhatsApp.WaGen.Runtime { public class JsonView { } }",
            "namespace Extensions { public static class Spans { public static bool SequenceEqual(this global::System.ReadOnlySpan<byte> left, global::System.ReadOnlySpan<byte> right) => false; } }",
            "global using Extensions;\nglobal using WaGen.Other;").WithShippedSchemas().Diagnostics.Expect();
    }

    [Fact]
    public void Types_and_namespaces_around_the_printed_namespace_change_nothing()
    {
        string types = string.Concat(PlainNames.All.Select(static n => $"public class {n} {{ }}\n"));
        SchemaProject.RunField(SchemaProject.Field().Replace("\"namespace\": \"Example\"", "\"namespace\": \"Acme.Parcels\"", StringComparison.Ordinal))
            .WithSource($"namespace Acme {{ {types} namespace System {{ {types} }} namespace WaGen {{ {types} }} }}")
            .Diagnostics.Expect();
    }

    /// <summary>The types outside the printed files that these name without a namespace, an alias by its own name.</summary>
    private static IEnumerable<string> PlainNamesOf(GeneratorRun run) =>
        from source in run.Result.GeneratedSources
        let model = run.Output.GetSemanticModel(source.SyntaxTree)
        from name in source.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where name.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberAccessExpressionSyntax { Expression: not SimpleNameSyntax }) and not NameEqualsSyntax
        where name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = symbol as INamedTypeSymbol ?? (name.Parent is AttributeSyntax ? symbol?.ContainingType : null)
        where type is not null && type.DeclaringSyntaxReferences.IsEmpty
        select model.GetAliasInfo(name)?.Name ?? type.Name;
}
