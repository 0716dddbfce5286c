using System.Globalization;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Rules over several members of a payload.</summary>
internal sealed partial class ModelBuilder
{
    private static readonly Dictionary<string, (RuleKind Kind, string[] Keys)> RuleKinds = new(StringComparer.Ordinal)
    {
        ["exactlyOne"] = (RuleKind.ExactlyOne, []),
        ["atLeastOne"] = (RuleKind.AtLeastOne, []),
        ["atMostOne"] = (RuleKind.AtMostOne, []),
        ["count"] = (RuleKind.Count, ["minimum", "maximum"]),
        ["unique"] = (RuleKind.Unique, []),
        ["required"] = (RuleKind.Required, ["when", "whenCount", "above"]),
        ["forbidden"] = (RuleKind.Forbidden, ["when", "whenCount", "above"]),
    };

    private IEnumerable<RuleModel> BuildRules(ObjectDraft draft, SchemaExtension extension)
    {
        foreach (SchemaExtension rule in extension.Objects("rules"))
        {
            List<string> kinds = [.. RuleKinds.Keys.Where(k => rule.Json[k] is not null)];
            if (kinds.Count != 1)
            {
                _problems.Add(SchemaRules.InvalidKeywordValue, rule.Json.Span, "A rule", "an object with one of " + string.Join(", ", RuleKinds.Keys));
                continue;
            }

            (RuleKind kind, string[] keys) = RuleKinds[kinds[0]];
            rule.AllowOnly("of a rule", [kinds[0], "because", .. keys]);
            if (BuildRule(draft, rule, kind, kinds[0]) is { } model)
            {
                yield return model;
            }
        }
    }

    private RuleModel? BuildRule(ObjectDraft draft, SchemaExtension rule, RuleKind kind, string key)
    {
        IReadOnlyList<JsonNode> members = kind is RuleKind.ExactlyOne or RuleKind.AtLeastOne or RuleKind.AtMostOne ? rule.Texts(key) : rule.Optional(key) is null ? [] : [rule.Json[key]!];
        PathNeed need = kind is RuleKind.Count ? PathNeed.Array : kind is RuleKind.Unique ? PathNeed.Text : PathNeed.Member;
        EquatableArray<PayloadPath> paths = members.Select(m => TakePath(draft, m, key, need)!).ToEquatableArray();
        if (paths.IsEmpty)
        {
            return null;
        }

        var model = new RuleModel
        {
            Kind = kind,
            Paths = paths,
            Minimum = Whole(rule, "minimum"),
            Maximum = Whole(rule, "maximum"),
            WhenCount = rule.Optional("whenCount") is null ? null : TakePath(draft, rule.Json["whenCount"]!, "whenCount", PathNeed.Array),
            Above = Whole(rule, "above") ?? 0,
            Because = rule.Optional("because"),
        };
        if (rule.Object("when") is not { } when)
        {
            return model;
        }

        when.AllowOnly("of a rule's condition", "member", "is");
        if (when.Required("member") is null)
        {
            return null;
        }

        EquatableArray<string> values = when.Texts("is").Select(static v => v.Text).ToEquatableArray();
        return model with { When = TakePath(draft, when.Json["member"]!, "when", values.IsEmpty ? PathNeed.Single : PathNeed.Value), Is = values };
    }

    /// <summary>Keeps a path, to be checked when all files are known.</summary>
    private PayloadPath? TakePath(ObjectDraft draft, JsonNode place, string what, PathNeed need)
    {
        if (place.Kind is not JsonNodeKind.String)
        {
            return null;
        }

        var path = new PayloadPath { Text = place.Text, Need = need };
        _paths.Add(new SchemaPath { Owner = FullName(draft.Name), Path = path, What = what, Place = _problems.Place(place.Span) });
        return path;
    }

    private int? Whole(SchemaExtension extension, string key)
    {
        if (extension.Json[key] is not { } value)
        {
            return null;
        }

        if (value.Kind is JsonNodeKind.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        _problems.Add(SchemaRules.InvalidKeywordValue, value.Span, key, "a whole number");
        return null;
    }
}
