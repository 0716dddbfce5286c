using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Analyzers;

/// <summary>What one handler method is called with: the item at a path, or one variant of it.</summary>
internal sealed class EventView
{
    /// <summary>The place in <c>x-wagen.events</c>.</summary>
    public required JsonNode Json { get; init; }

    /// <summary>The path in the value.</summary>
    public required string Path { get; init; }

    /// <summary>The item.</summary>
    public required LocatedSchema Item { get; init; }

    /// <summary>The item as a union; null when it is none.</summary>
    public UnionView? Union { get; init; }

    /// <summary>The variant; null when the item has none.</summary>
    public VariantView? Variant { get; init; }

    /// <summary>Where the event is listed: the path, or the variant in <c>oneOf</c>.</summary>
    public required TextSpan Span { get; init; }

    public string Name => Variant?.Name ?? (Path.Length == 0 ? "the value" : Path);

    public static IEnumerable<EventView> Of(JsonNode json, JsonNode path, LocatedSchema item, SchemaLibrary library)
    {
        if (library.UnionOf(item) is not { } union)
        {
            return [new EventView { Json = json, Path = path.Text, Item = item, Span = path.Span }];
        }

        return union.Variants.Select(v => new EventView
        {
            Json = json,
            Path = path.Text,
            Item = item,
            Union = union,
            Variant = v,
            Span = v.Branch.Reference?.Span ?? v.NameSpan,
        });
    }

    /// <summary>Whether a value of the field holds this event.</summary>
    public bool IsIn(JsonNode value, LocatedSchema valueSchema, SchemaLibrary library) =>
        FieldView.ItemsAt(value, string.Empty, valueSchema, FieldView.Split(Path), library)
            .Any(i => i.Item.Kind is JsonNodeKind.Object && (Union is null || VariantChoice.Of(Union, i.Item, library)?.Branch == Variant!.Branch));
}
