using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaGen.Tests.Shipped.Api;

/// <summary>Walks through an example and its schema side by side.</summary>
internal static class SchemaWalk
{
    /// <summary>Visits each value with each schema that describes it, the outer ones first.</summary>
    public static void Over(ApiExample example, Action<SchemaPlace, JsonNode> visit) =>
        Walk(example.Definition.Address, example.Definition.Schema, example.Body, string.Empty, visit);

    private static void Walk(string address, JsonObject unresolved, JsonNode value, string path, Action<SchemaPlace, JsonNode> visit)
    {
        (address, JsonObject schema) = ApiSchemas.Resolve(address, unresolved);
        visit(new SchemaPlace(address, schema, path), value);
        switch (value)
        {
            case JsonObject members:
                WalkMembers(address, schema, members, path, visit);
                break;
            case JsonArray items when schema["items"] is JsonObject element:
                for (int i = 0; i < items.Count; i++)
                {
                    Walk($"{address}/items", element, items[i]!, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), visit);
                }

                break;
            default:
                break;
        }
    }

    private static void WalkMembers(string address, JsonObject schema, JsonObject members, string path, Action<SchemaPlace, JsonNode> visit)
    {
        foreach ((string name, JsonNode? value) in members)
        {
            JsonObject? member = schema["properties"]?[name]?.AsObject() ?? schema["additionalProperties"] as JsonObject;
            if (member is not null && value is not null)
            {
                string step = schema["properties"]?[name] is null ? "additionalProperties" : $"properties/{name}";
                Walk($"{address}/{step}", member, value, path.Length == 0 ? name : $"{path}.{name}", visit);
            }
        }

        if (schema["oneOf"] is JsonArray branches && Variant(address, schema, branches, members) is { } variant)
        {
            Walk(variant.Address, variant.Schema, members, path, visit);
        }
    }

    private static (string Address, JsonObject Schema)? Variant(string address, JsonObject schema, JsonArray branches, JsonObject members)
    {
        (string Address, JsonObject Schema)[] variants = [.. branches.Select(branch => ApiSchemas.Resolve(address, branch!.AsObject()))];
        foreach (string discriminator in schema["x-wagen"]?["discriminators"]?.AsArray().Select(static name => name!.GetValue<string>()) ?? [])
        {
            if (members[discriminator] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            {
                string text = value.GetValue<string>();
                foreach ((string, JsonObject Schema) variant in variants)
                {
                    JsonObject? condition = variant.Schema["properties"]?[discriminator]?.AsObject();
                    if (condition?["const"]?.GetValue<string>() == text || condition?["enum"]?.AsArray().Any(each => each!.GetValue<string>() == text) == true)
                    {
                        return variant;
                    }
                }
            }
        }

        foreach ((string, JsonObject Schema) variant in variants)
        {
            if (variant.Schema["x-wagen"]?["content"]?.GetValue<string>() is { } content && members.ContainsKey(content))
            {
                return variant;
            }
        }

        // A variant without a condition is what is left.
        return variants.Where(variant => variant.Schema["x-wagen"]?["content"] is null && schema["x-wagen"]?["discriminators"] is null).Cast<(string, JsonObject)?>().FirstOrDefault();
    }
}

/// <summary>Where a schema stands, and where the value that it describes.</summary>
internal sealed record SchemaPlace(string Address, JsonObject Schema, string Path);
