using System.Text.Json;

namespace WaGen.Benchmarks.SystemTextJson;

internal sealed partial class DocumentReading
{
    private void ReadSurroundings(JsonElement entry, JsonElement change, JsonElement value)
    {
        Text(entry, "id"u8);
        Time(entry, "time"u8);
        Text(change, "field"u8);
        Text(value, "messaging_product"u8);
        JsonElement metadata = Object(value, "metadata"u8);
        Text(metadata, "display_phone_number"u8);
        Text(metadata, "phone_number_id"u8);
        foreach (JsonElement contact in List(value, "contacts"u8))
        {
            JsonElement profile = Object(contact, "profile"u8);
            Text(profile, "name"u8);
            Text(profile, "username"u8);
            Text(profile, "country_code"u8);
            Text(contact, "wa_id"u8);
            Text(contact, "user_id"u8);
            Text(contact, "parent_user_id"u8);
            Text(contact, "identity_key_hash"u8);
            Text(contact, "country_code"u8);
        }
    }

    /// <summary>Reads what messages and messages of history have in common, text and image included.</summary>
    private void ReadMessage(JsonElement message)
    {
        Text(message, "from"u8);
        Text(message, "from_user_id"u8);
        Text(message, "from_parent_user_id"u8);
        Text(message, "id"u8);
        Time(message, "timestamp"u8);
        Text(message, "type"u8);
        Text(Object(message, "text"u8), "body"u8);
        if (Object(message, "image"u8) is { ValueKind: JsonValueKind.Object } image)
        {
            Text(image, "caption"u8);
            Text(image, "mime_type"u8);
            Text(image, "sha256"u8);
            Text(image, "id"u8);
            Text(image, "url"u8);
            Text(image, "file"u8);
        }

        if (Object(message, "context"u8) is { ValueKind: JsonValueKind.Object } reply)
        {
            Text(reply, "from"u8);
            Text(reply, "id"u8);
            JsonElement product = Object(reply, "referred_product"u8);
            Text(product, "catalog_id"u8);
            Text(product, "product_retailer_id"u8);
            Boolean(reply, "forwarded"u8);
            Boolean(reply, "frequently_forwarded"u8);
        }

        ReadErrors(message);
    }

    private void ReadStatus(JsonElement status)
    {
        Text(status, "id"u8);
        Text(status, "status"u8);
        Time(status, "timestamp"u8);
        Text(status, "recipient_id"u8);
        Text(status, "recipient_user_id"u8);
        Text(status, "recipient_parent_user_id"u8);
        Text(status, "recipient_type"u8);
        Text(status, "group_id"u8);
        Text(status, "recipient_participant_id"u8);
        Text(status, "recipient_participant_user_id"u8);
        Text(status, "recipient_participant_parent_user_id"u8);
        Text(status, "recipient_identity_key_hash"u8);
        Text(status, "biz_opaque_callback_data"u8);
        Text(status, "type"u8);
        JsonElement conversation = Object(status, "conversation"u8);
        Text(conversation, "id"u8);
        Time(conversation, "expiration_timestamp"u8);
        Text(Object(conversation, "origin"u8), "type"u8);
        JsonElement pricing = Object(status, "pricing"u8);
        Boolean(pricing, "billable"u8);
        Text(pricing, "pricing_model"u8);
        Text(pricing, "category"u8);
        Text(pricing, "type"u8);
        ReadErrors(status);
    }

    private void ReadChunk(JsonElement chunk)
    {
        JsonElement metadata = Object(chunk, "metadata"u8);
        Number(metadata, "phase"u8);
        Number(metadata, "chunk_order"u8);
        Number(metadata, "progress"u8);
        foreach (JsonElement thread in List(chunk, "threads"u8))
        {
            Text(thread, "id"u8);
            JsonElement context = Object(thread, "context"u8);
            Text(context, "wa_id"u8);
            Text(context, "user_id"u8);
            Text(context, "parent_user_id"u8);
            Text(context, "username"u8);
            foreach (JsonElement message in List(thread, "messages"u8))
            {
                Text(message, "to"u8);
                JsonElement history = Object(message, "history_context"u8);
                Text(history, "status"u8);
                Boolean(history, "from_me"u8);
                ReadMessage(message);
            }
        }
    }

    private void ReadErrors(JsonElement parent)
    {
        foreach (JsonElement error in List(parent, "errors"u8))
        {
            Number(error, "code"u8);
            Text(error, "title"u8);
            Text(error, "message"u8);
            Text(error, "details"u8);
            Text(Object(error, "error_data"u8), "details"u8);
            Text(error, "href"u8);
        }
    }
}
