using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace WaGen.Tests.Shipped;

/// <summary>Bodies from the repository's files, and made ones.</summary>
internal static class Bodies
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", ".."));

    /// <summary>All files below <c>tests/payloads</c> that are JSON, by name.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    /// <summary>The examples in the schemas of webhooks, with a name that tells where each stands.</summary>
    public static IEnumerable<(string Name, byte[] Body)> Examples
    {
        get
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, "schemas", "webhooks"), "*.json").Order(StringComparer.Ordinal))
            {
                using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(file));
                if (schema.RootElement.TryGetProperty("examples", out JsonElement examples))
                {
                    int number = 0;
                    foreach (JsonElement example in examples.EnumerateArray())
                    {
                        yield return ($"{Path.GetFileName(file)}#/examples/{number++}", JsonSerializer.SerializeToUtf8Bytes(example));
                    }
                }
            }
        }
    }

    private static string Folder => Path.Combine(Root, "tests", "payloads");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>A body with many events of several kinds, some in one value and some in entries of their own.</summary>
    public static byte[] Batch(int events)
    {
        var entries = new StringBuilder();
        for (int i = 0; i < events; i += 4)
        {
            entries.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$$"""
                {"id":"10229012934","changes":[
                {"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
                "contacts":[{"profile":{"name":"Ada"},"wa_id":"4915550100","user_id":"DE.1"}],
                "messages":[{"from":"4915550100","from_user_id":"DE.1","id":"wamid.B{{{i}}}","timestamp":"1790000000","text":{"body":"Hello"},"type":"text"},
                {"from":"4915550100","from_user_id":"DE.1","id":"wamid.B{{{i + 1}}}","timestamp":"1790000000","type":"reaction","reaction":{"message_id":"wamid.A","emoji":"x"}}],
                "statuses":[{"id":"wamid.S{{{i}}}","status":"read","timestamp":"1790000000","recipient_id":"4915550100"},
                {"id":"wamid.S{{{i}}}","status":"delivered","timestamp":"1790000000","recipient_id":"4915550100","pricing":{"billable":true,"pricing_model":"PMP","category":"service","type":"regular"}}]},
                "field":"messages"}]}
                """);
        }

        return Encoding.UTF8.GetBytes($$"""{"object":"whatsapp_business_account","entry":[{{entries}}]}""");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
