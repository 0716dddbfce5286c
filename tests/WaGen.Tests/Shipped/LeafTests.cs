using System.Globalization;
using System.Text;
using System.Text.Json;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>Every scalar of every body is held by a typed member with the same value, or is listed as something that no member holds.</summary>
public sealed class LeafTests
{
    [Fact]
    public void No_scalar_of_an_example_is_unknown_or_mismatched()
    {
        foreach ((string name, byte[] body) in Bodies.Examples)
        {
            WebhookInspection read = Compare(name, body);
            Assert.True(read.Unknown.Count == 0, $"{name}: no schema knows {string.Join(", ", read.Unknown)}");
            Assert.True(read.Mismatched.Count == 0, $"{name}: {string.Join(", ", read.Mismatched)}");
        }
    }

    [Fact]
    public void Every_scalar_of_a_body_is_typed_or_listed()
    {
        var listed = new StringBuilder();
        foreach (string name in Bodies.Names)
        {
            WebhookInspection read = Compare(name, Bodies.Read(name));
            if (read.Unknown.Count + read.Mismatched.Count > 0)
            {
                listed.Append(name).Append('\n');
                read.Unknown.ToList().ForEach(path => listed.Append(CultureInfo.InvariantCulture, $"  unknown {path}\n"));
                read.Mismatched.ToList().ForEach(m => listed.Append(CultureInfo.InvariantCulture, $"  mismatched {m.Path}: {m.Expected}, not {m.Actual}\n"));
            }
        }

        Reviewed.Equal("leaves", listed.ToString());
    }

    /// <summary>Compares with a reading of the body that knows no schema.</summary>
    private static WebhookInspection Compare(string name, byte[] body)
    {
        WebhookInspection read = WebhookInspection.Read(WhatsAppContract.Instance, body);
        Assert.Null(read.Fault);
        var typed = read.Typed.ToDictionary(static m => m.Path, static m => Encoding.UTF8.GetString(m.Value.Utf8), StringComparer.Ordinal);
        string[] listed = [.. read.Unknown, .. read.Mismatched.Select(static m => m.Path)];
        string[] withoutEvent = [.. read.Items.Where(static i => i.Reason == UnhandledReason.NoEvent).Select(static i => i.Path)];
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        using JsonDocument document = JsonDocument.Parse(body);
        AddLeaves(document.RootElement, string.Empty, leaves);
        foreach ((string path, string leaf) in leaves)
        {
            if (typed.Remove(path, out string? value))
            {
                Assert.True(string.Equals(leaf, value, StringComparison.Ordinal), $"{name}: {path} is {leaf}, but its member holds {value}.");
                Assert.False(listed.Except(withoutEvent).Any(l => IsWithin(path, l)), $"{name}: {path} is typed and listed.");
            }
            else
            {
                Assert.True(listed.Any(l => IsWithin(path, l)), $"{name}: {path} is neither typed nor listed.");
            }
        }

        Assert.True(typed.Count == 0, $"{name}: the body has no {string.Join(", ", typed.Keys)}.");
        return read;
    }

    private static bool IsWithin(string path, string part) =>
        part.Length == 0 || (path.StartsWith(part, StringComparison.Ordinal) && (path.Length == part.Length || path[part.Length] is '.' or '['));

    private static void AddLeaves(JsonElement element, string path, Dictionary<string, string> leaves)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    string name = member.Name.Length > 0 && member.Name.IndexOfAny(['.', '[', ']', '"', ' ']) < 0
                        ? (path.Length == 0 ? member.Name : "." + member.Name)
                        : $"[\"{member.Name}\"]";
                    foreach (string earlier in leaves.Keys.Where(k => IsWithin(k, path + name)).ToList())
                    {
                        // Of equal names the last one counts.
                        leaves.Remove(earlier);
                    }

                    AddLeaves(member.Value, path + name, leaves);
                }

                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AddLeaves(item, path + string.Create(CultureInfo.InvariantCulture, $"[{index++}]"), leaves);
                }

                break;
            default:
                leaves[path] = element.GetRawText();
                break;
        }
    }
}
