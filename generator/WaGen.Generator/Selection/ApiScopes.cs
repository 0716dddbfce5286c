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
