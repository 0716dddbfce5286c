using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>The names that decide whether a file is printed.</summary>
internal sealed record FileNames
{
    public required string Path { get; init; }

    public required bool IsShipped { get; init; }

    public required string Id { get; init; }

    public required SchemaKind Kind { get; init; }

    public required string Namespace { get; init; }

    /// <summary>The <c>$id</c> of a field's envelope.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>The field's name on the wire, then its aliases.</summary>
    public required EquatableArray<string> FieldNames { get; init; }

    /// <summary>The name of the field's interface, without namespace; null for other files.</summary>
    public string? HandlerName { get; init; }

    /// <summary>The names of the printed files, in small letters because the compiler does not tell them apart by case.</summary>
    public required EquatableArray<string> HintNames { get; init; }

    /// <summary>The full names of the printed types.</summary>
    public required EquatableArray<string> TypeNames { get; init; }

    /// <summary>The API and the group in it; null for files that belong to none.</summary>
    public ApiGroup? Group { get; init; }

    /// <summary>What an API file says; null for other files.</summary>
    public ApiNames? Api { get; init; }

    /// <summary>The addresses of the files that a file of an API refers to.</summary>
    public EquatableArray<string> Needs { get; init; }

    public static FileNames Of(SchemaFile file) => new()
    {
        Path = file.Path,
        IsShipped = file.IsShipped,
        Id = file.Model!.Id,
        Kind = file.Model.Kind,
        Namespace = file.Model.Namespace,
        EnvelopeId = file.Model.Field?.EnvelopeId,
        FieldNames = file.Model.Field is { } field ? field.Aliases.Prepend(field.Name).ToEquatableArray() : default,
        HandlerName = file.Model.Field is { } handled ? Emit.FieldEmitter.HandlerType(handled) : null,
        HintNames = OwnHintNames(file.Model).Prepend(file.Model.HintName).Select(static n => n.ToLowerInvariant()).ToEquatableArray(),
        Group = file.Model.Group,
        Api = file.Model.Api is { } api ? new ApiNames(api.Name, api.Client, api.Groups) : null,
        Needs = file.Model.Group is null ? default : file.References.Where(static r => r is { IsEnvelope: false, Group: null }).Select(static r => r.Address.Split('#')[0]).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        TypeNames = file.Claims.Where(static c => c.Kind is ClaimKind.TypeName).Select(static c => c.Name).ToEquatableArray(),
    };

    /// <summary>The names of files that are printed beside the one of the schema.</summary>
    public static IEnumerable<string> OwnHintNames(SchemaModel model)
    {
        if (model.Envelope is not null)
        {
            yield return $"{model.Namespace}.{model.Envelope.Name}Contract";
        }

        if (model.Api is not null)
        {
            yield return $"{model.Namespace}.{model.Api.Name}Api";
        }
    }
}

/// <summary>What other files need to know of an API.</summary>
/// <param name="Name">The stem of the C# names.</param>
/// <param name="Client">The full C# name of the client.</param>
/// <param name="Groups">The groups.</param>
internal sealed record ApiNames(string Name, string? Client, EquatableArray<ApiGroupModel> Groups);
