using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>Operations and the API that they belong to.</summary>
internal sealed partial class ModelBuilder
{
    private ApiGroup? GroupOf() => _kind is SchemaKind.Payloads or SchemaKind.Operation && _extension.Required("api") is { } api && _extension.Required("group") is { } group
        ? new ApiGroup(api, group)
        : null;

    private OperationModel? BuildOperation() =>
        _extension.Required("name") is { } name && _extension.Required("method") is { } method && _extension.Required("path") is { } path
            ? new OperationModel { Name = name, Method = method, Path = path }
            : null;

    private ApiModel? BuildApi() => _extension.Required("name") is { } name ? new ApiModel { Name = name } : null;
}
