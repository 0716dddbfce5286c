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
        TypeNames = file.Claims.Where(static c => c.Kind is ClaimKind.TypeName).Select(static c => c.Name).ToEquatableArray(),
    };

    /// <summary>The names of files that are printed beside the one of the schema.</summary>
    public static IEnumerable<string> OwnHintNames(SchemaModel model)
    {
        if (model.Envelope is not null)
        {
            yield return $"{model.Namespace}.{model.Envelope.Name}Contract";
        }
    }
}
