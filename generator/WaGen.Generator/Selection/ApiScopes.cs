using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Emit;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>The APIs of which something is printed, with the clients that this project knows.</summary>
internal sealed record ApiScopes(EquatableArray<SelectedApi> Apis)
{
    /// <summary>Where nothing of an API is printed.</summary>
    public static ApiScopes None => new(EquatableArray.Create<SelectedApi>([]));

    /// <summary>Forgets the clients that the compilation does not know. Asked after each edit, so it looks for nothing where no API is printed.</summary>
    public static ApiScopes Of(Compilation compilation, FileSelection selection) => selection.Apis.IsEmpty
        ? None
        : new ApiScopes(selection.Apis.Select(a => a.Client is { } client && compilation.GetTypeByMetadataName(client) is null ? a with { Client = null } : a).ToEquatableArray());

    /// <summary>The names that a group is printed with; null when it is not printed.</summary>
    public ApiScope? For(ApiGroup group) => Apis.FirstOrDefault(a => a.Contains(group)) is not { } api ? null : new ApiScope
    {
        Stem = api.HasDefinition ? api.Name : api.Name + ClrNames.Pascal(group.Name),
        DefinitionClass = $"global::{api.Namespace}.{api.Name}Api",
        Client = api.Client is null ? null : "global::" + api.Client,
    };
}

/// <summary>What a file adds to the list of its API.</summary>
internal sealed record OperationPart(ApiGroup? Group, string Namespace, string Name)
{
    private static readonly OperationPart None = new(null, string.Empty, string.Empty);

    public static OperationPart Of(PathModel file) =>
        file.Model is { Group: { } group, Operation: { } operation } model ? new OperationPart(group, model.Namespace, operation.Name) : None;
}

/// <summary>All lists of operations.</summary>
internal sealed record OperationLists(EquatableArray<OperationListModel> Lists)
{
    public static OperationLists Of(ImmutableArray<OperationPart> parts, ApiScopes apis) => new(apis.Apis
        .SelectMany(a => a.Groups.Select(g => (Api: a, Group: new ApiGroup(a.Id, g))))
        .GroupBy(x => apis.For(x.Group)!)
        .Select(scope => ListOf(scope.Key, scope.First().Api, scope.Select(static x => x.Group).ToList(), parts))
        .ToEquatableArray());

    private static OperationListModel ListOf(ApiScope scope, SelectedApi api, List<ApiGroup> groups, ImmutableArray<OperationPart> parts) => new()
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
internal sealed record PrintableOperations(OperationListModel List, string Accessibility)
{
    public void AddTo(SourceProductionContext output) =>
        output.AddSource($"{List.Namespace}.{List.Scope.ApiClass}.g.cs", OperationListEmitter.Emit(List, Accessibility));
}
