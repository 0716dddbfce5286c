using Microsoft.CodeAnalysis;
using WaGen.Generator.Emit;
using WaGen.Generator.Model;

namespace WaGen.Generator.Selection;

/// <summary>All lists of operations.</summary>
internal sealed record OperationLists(EquatableArray<OperationListModel> Lists)
{
    public static OperationLists Of(OperationParts parts, ApiScopes apis) => new(apis.Apis
        .SelectMany(a => a.Groups.Select(g => (Api: a, Group: new ApiGroup(a.Id, g))))
        .GroupBy(x => apis.For(x.Group)!)
        .Select(scope => ListOf(scope.Key, scope.First().Api, scope.Select(static x => x.Group).ToList(), parts.Parts))
        .ToEquatableArray());

    private static OperationListModel ListOf(ApiScope scope, SelectedApi api, List<ApiGroup> groups, EquatableArray<OperationPart> parts) => new()
    {
        Api = api.Name,
        Namespace = api.Namespace,
        Scope = scope,
        HasDefinition = api.HasDefinition,
        Groups = groups.Select(static g => g.Name).ToEquatableArray(),
        Operations = parts
            .Where(p => p.Group is not null && groups.Contains(p.Group))
            .OrderBy(static p => p.Group!.Name, StringComparer.Ordinal)
            .ThenBy(static p => p.Name, StringComparer.Ordinal)
            .Select(p => string.Equals(p.Namespace, api.Namespace, StringComparison.Ordinal) ? p.Name : $"global::{p.Namespace}.{scope.ApiClass}.{p.Name}")
            .ToEquatableArray(),
    };
}

/// <summary>A list of operations, ready to print.</summary>
internal sealed record PrintableOperations(OperationListModel List, string Accessibility, bool Mark)
{
    public void AddTo(SourceProductionContext output) =>
        output.AddSource($"{List.Namespace}.{List.Scope.ApiClass}.g.cs", OperationListEmitter.Emit(List, Accessibility, Mark));
}
