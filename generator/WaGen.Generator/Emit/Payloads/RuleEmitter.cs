using System.Globalization;
using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints rules over several members of a payload.</summary>
/// <param name="writer">The writer.</param>
/// <param name="type">The payload that has the rules.</param>
internal sealed class RuleEmitter(CodeWriter writer, PayloadType type)
{
    private int _counts;

    /// <summary>Prints the attributes that tell analyzers about rules that code can break in one place.</summary>
    public static void Attributes(CodeWriter writer, PayloadModel payload)
    {
        foreach (RuleModel rule in payload.Rules)
        {
            string? name = rule.Kind switch
            {
                RuleKind.ExactlyOne => "exactlyOne",
                RuleKind.AtLeastOne => "atLeastOne",
                RuleKind.AtMostOne => "atMostOne",
                RuleKind.Count => "count",
                RuleKind.Unique => "unique",
                _ => null,
            };
            bool isPath = rule.Kind is RuleKind.Count or RuleKind.Unique;
            if (name is null || !rule.Paths.All(p => isPath || p.Steps.Length == 1))
            {
                continue;
            }

            IEnumerable<string> members = rule.Paths.SelectMany(static p => p.Steps.Select(static s => Code.Literal(s.Member.ClrName)));
            string limits = (rule.Minimum is null ? string.Empty : $", Minimum = {Number(rule.Minimum)}") + (rule.Maximum is null ? string.Empty : $", Maximum = {Number(rule.Maximum)}");
            writer.Line($"[PayloadRule({Code.Literal(name)}, {string.Join(", ", members)}{limits})]");
        }
    }

    /// <summary>Prints the check of a rule whose paths all lead to members.</summary>
    public void Emit(RuleModel rule)
    {
        switch (rule.Kind)
        {
            case RuleKind.ExactlyOne or RuleKind.AtLeastOne or RuleKind.AtMostOne:
                Choice(rule);
                break;
            case RuleKind.Count:
                string count = Counted(rule.Paths[0]);
                string limits = $"{(rule.Minimum is null ? string.Empty : $", minimum: {Number(rule.Minimum)}")}{(rule.Maximum is null ? string.Empty : $", maximum: {Number(rule.Maximum)}")}";
                writer.Line($"check.Total({Name(rule.Paths[0])}, {count}{limits}{(rule.Because is null ? string.Empty : $", because: {Code.Literal(rule.Because)}")});");
                break;
            case RuleKind.Unique:
                writer.Line("check.BeginUnique();");
                Walk(rule.Paths[0], 0, string.Empty, value => writer.Line($"check.Unique({Name(rule.Paths[0])}, {value}, {Text("occurs twice", rule.Because)});"));
                break;
            default:
                Conditional(rule);
                break;
        }
    }

    private void Choice(RuleModel rule)
    {
        List<string> values = [.. rule.Paths.Select(static p => ValueOf(p))];
        string others = string.Join(", ", rule.Paths.Skip(1).Select(static p => $"'{p.Text}'"));
        string present = $"PayloadCheck.Present({string.Join(", ", values.Select(static v => v + " is not null"))})";
        (string broken, string message) = rule.Kind switch
        {
            _ when values.Count == 1 => (rule.Kind is RuleKind.AtMostOne ? "false" : $"{values[0]} is null", "is required"),
            RuleKind.ExactlyOne => ($"{present} != 1", $"or {others} must be there, and only one of them"),
            RuleKind.AtLeastOne => (string.Join(" && ", values.Select(static v => v + " is null")), $"or {others} must be there"),
            _ => (values.Count == 2 ? $"{values[0]} is not null && {values[1]} is not null" : $"{present} > 1", $"and {others} exclude each other"),
        };
        string kind = values.Count == 1 ? "Required" : "Choice";
        writer.Line($"check.Rule(PayloadProblemKind.{kind}, {Name(rule.Paths[0])}, {broken}, {Text(message, rule.Because)});");
    }

    private void Conditional(RuleModel rule)
    {
        bool isForbidden = rule.Kind is RuleKind.Forbidden;
        PayloadPath path = rule.Paths[0];
        string values = string.Join(" or ", rule.Is);
        string condition = string.Join(" && ", Conditions(rule));
        string when = rule.When is null ? string.Empty : rule.Is.IsEmpty ? $" beside '{rule.When.Text}'" : $" when '{rule.When.Text}' is {values}";
        string message = (isForbidden ? "must not be there" : "is required") + when;
        string head = $"check.Rule(PayloadProblemKind.{(isForbidden ? "Forbidden" : "Required")}, {Name(path)}, ";
        string test = isForbidden ? "is not null" : "is null";
        if (!path.Steps.Any(static s => s.IsEach))
        {
            string all = condition.Length == 0 ? string.Empty : $"{condition} && ";
            writer.Line($"{head}{all}{ValueOf(path)} {test}, {Text(message, rule.Because)});");
        }
        else if (condition.Length == 0)
        {
            Walk(path, 0, string.Empty, value => writer.Line($"{head}{value} {test}, {Text(message, rule.Because)});"));
        }
        else
        {
            using (writer.Block($"if ({condition})"))
            {
                Walk(path, 0, string.Empty, value => writer.Line($"{head}{value} {test}, {Text(message, rule.Because)});"));
            }
        }
    }

    private IEnumerable<string> Conditions(RuleModel rule)
    {
        if (rule.When is { } when)
        {
            MemberType member = when.Last!.Member.Type;
            string values = member.Shape switch
            {
                MemberShape.Enum => string.Join(" or ", rule.Values.Select(v => $"{type.InExpression(member.TypeName!)}.{v}")),
                MemberShape.Boolean => string.Join(" or ", rule.Is),
                _ => string.Join(" or ", rule.Is.Select(Code.Literal)),
            };
            yield return $"{ValueOf(when)} is {(rule.Is.IsEmpty ? "not null" : values)}";
        }

        if (rule.WhenCount is { } array)
        {
            yield return $"{Counted(array)} > {Number(rule.Above)}";
        }
    }

    /// <summary>An expression with the number of elements that a path leads to; where arrays lie in arrays a loop before it counts them.</summary>
    private string Counted(PayloadPath path)
    {
        PayloadStep last = path.Last!;
        bool isArray = last.Member.Type.IsArray;
        PayloadPath outer = path with { Steps = path.Steps.Select((s, i) => i == path.Steps.Length - 1 ? s with { IsEach = false } : s).ToEquatableArray() };
        if (isArray && !outer.Steps.Any(static s => s.IsEach))
        {
            return $"({ValueOf(outer)}?.Count ?? 0)";
        }

        string count = "count" + (++_counts).ToString(CultureInfo.InvariantCulture);
        writer.Line($"int {count} = 0;");
        Walk(outer, 0, string.Empty, value => writer.Line($"{count} += {(isArray ? $"{value}?.Count ?? 0" : $"{value} is null ? 0 : 1")};"));
        return count;
    }

    /// <summary>Prints loops over the arrays of a path, and inside of them what is done with the value at its end.</summary>
    private void Walk(PayloadPath path, int depth, string value, Action<string> body)
    {
        for (int i = depth; i < path.Steps.Length; i++)
        {
            PayloadStep step = path.Steps[i];
            value = Inside(value, step);
            if (step.IsEach)
            {
                string item = "item" + (i + 1).ToString(CultureInfo.InvariantCulture);
                string element = step.Member.Type.Shape switch
                {
                    MemberShape.TextList => "string",
                    MemberShape.IntegerList => "long",
                    _ => step.Member.Type.TypeName!,
                };
                using (writer.Block($"foreach ({element} {item} in PayloadCheck.Each({value}))"))
                {
                    Walk(path, i + 1, item, body);
                }

                return;
            }
        }

        body(value);
    }

    private static string ValueOf(PayloadPath path) => path.Steps.Aggregate(string.Empty, Inside);

    private static string Inside(string value, PayloadStep step)
    {
        string owner = step.Variant is null ? value : $"({(value.Length == 0 ? "this" : value)} as {step.Variant})";
        return owner.Length == 0 ? step.Member.ClrName : $"{owner}?.{step.Member.ClrName}";
    }

    private static string Name(PayloadPath path) => Code.Literal(path.Text.EndsWith("[]", StringComparison.Ordinal) ? path.Text.Substring(0, path.Text.Length - "[]".Length) : path.Text);

    private static string Text(string message, string? because) => Code.Literal(because is null ? message : $"{message}. {because}");

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
