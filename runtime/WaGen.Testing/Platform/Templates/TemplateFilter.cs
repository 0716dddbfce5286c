using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Decides which templates a list has.</summary>
internal static class TemplateFilter
{
    private static readonly string[] Exact = ["category", "correct_category", "language", "source", "status"];

    public static bool Fits(PlatformCall call, FakeTemplate template) =>
        Exact.All(field => IsAmong(call.Texts(field), template.Text(field)))
        && IsAmong(call.Texts("quality_score"), template.QualityScore)
        && (call.NonEmpty("name") is not { } name || template.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
        && (call.NonEmpty("content") is not { } content || HasText(template, content))
        && (call.NonEmpty("name_or_content") is not { } either || template.Name.Contains(either, StringComparison.OrdinalIgnoreCase) || HasText(template, either))
        && IsInTime(call, template.Fields["last_updated_time"]);

    private static bool IsAmong(string[] wanted, string? kept) => wanted.Length == 0 || wanted.Contains(kept, StringComparer.OrdinalIgnoreCase);

    private static bool HasText(FakeTemplate template, string text) =>
        template.Components.OfType<JsonObject>().Any(c => c.Said("text").Contains(text, StringComparison.OrdinalIgnoreCase));

    private static bool IsInTime(PlatformCall call, JsonNode? changed)
    {
        long at = changed?.GetValue<long>() ?? 0;
        return (call.Integer("since") is not { } since || at >= since) && (call.Integer("until") is not { } until || at <= until);
    }
}
