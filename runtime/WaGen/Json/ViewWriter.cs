using System.Text.Json;

namespace WaGen.Runtime;

/// <summary>Writes what the typed members of a view hold.</summary>
internal sealed class ViewWriter(WebhookDocument document, Utf8JsonWriter writer) : ViewWalk(document)
{
    /// <summary>Writes a value as it was received, strings without their escapes.</summary>
    public static void Write(WebhookDocument document, Utf8JsonWriter writer, int node)
    {
        switch (document.TapeNodes[node].Kind)
        {
            case JsonKind.String:
                writer.WriteStringValue(document.Binder.Text(node));
                break;
            case JsonKind.Number:
                writer.WriteRawValue(document.ReadRaw(document.Version, node), skipInputValidation: true);
                break;
            case JsonKind.True or JsonKind.False:
                writer.WriteBooleanValue(document.TapeNodes[node].Kind == JsonKind.True);
                break;
            case JsonKind.Object:
                writer.WriteStartObject();
                for (int name = node + 1; name < document.TapeNodes[node].Next; name = document.TapeNodes[name + 1].Next)
                {
                    writer.WritePropertyName(document.Binder.Text(name));
                    Write(document, writer, name + 1);
                }

                writer.WriteEndObject();
                break;
            case JsonKind.Array:
                writer.WriteStartArray();
                for (int element = node + 1; element < document.TapeNodes[node].Next; element = document.TapeNodes[element].Next)
                {
                    Write(document, writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <inheritdoc/>
    protected override void BeginMember(int name) => writer.WritePropertyName(Document.Binder.Text(name));

    /// <inheritdoc/>
    protected override void BeginObject() => writer.WriteStartObject();

    /// <inheritdoc/>
    protected override void EndObject() => writer.WriteEndObject();

    /// <inheritdoc/>
    protected override void BeginArray() => writer.WriteStartArray();

    /// <inheritdoc/>
    protected override void EndArray() => writer.WriteEndArray();

    /// <inheritdoc/>
    protected override void Typed(int value, ViewMember member) => Write(Document, writer, value);

    /// <inheritdoc/>
    protected override void Absent() => writer.WriteNullValue();

    /// <inheritdoc/>
    protected override void Null(int value, ViewMember member) => writer.WriteNullValue();
}
