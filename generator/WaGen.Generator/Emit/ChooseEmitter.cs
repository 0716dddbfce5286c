using Microsoft.CodeAnalysis.CSharp;
using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the method that tells which variant of a union an object is.</summary>
/// <param name="writer">The writer.</param>
/// <param name="union">The union.</param>
/// <param name="bound">The members that all variants have; they are bound before the choice.</param>
internal sealed class ChooseEmitter(CodeWriter writer, UnionModel union, EquatableArray<MemberModel> bound)
{
    private const string Variant = "WebhookVariant";
    private const string Kind = "JsonKind";

    private readonly HashSet<string> _variables = new(StringComparer.Ordinal) { "node", "binder", "block", "rest" };

    /// <summary>Objects on the way to discriminators that variables in scope hold, by path.</summary>
    private Dictionary<string, string> _holders = new(StringComparer.Ordinal);

    public void Emit()
    {
        using (writer.Block($"private static int Choose({Code.Binder} binder, int node, int block{(union.HasOwnTypes ? ", int rest" : string.Empty)})"))
        {
            Choose(Enumerable.Range(0, union.Variants.Length).ToList(), 0);
        }
    }

    /// <summary>Prints code that returns one of the candidates, or why none will do.</summary>
    /// <param name="candidates">The variants that are still possible.</param>
    /// <param name="discriminator">The discriminator that decides next.</param>
    /// <param name="missing">The variable of a discriminator that may be missing here; null when none can be.</param>
    private void Choose(List<int> candidates, int discriminator, string? missing = null)
    {
        if (discriminator == union.Discriminators.Length)
        {
            ByPresence(candidates, missing, otherwise: candidates.LastOrDefault(c => union.Variants[c].Content is null || HasConditions(c)));
            return;
        }

        var constrained = candidates.Where(c => !union.Variants[c].Conditions[discriminator].IsEmpty).ToList();
        var others = candidates.Except(constrained).ToList();
        if (constrained.Count == 0)
        {
            Choose(candidates, discriminator + 1, missing);
            return;
        }

        string value = EmitFind(union.Discriminators[discriminator].Names);
        if (others.Count == 0)
        {
            if (Told(constrained, discriminator + 1).Any())
            {
                using (writer.Block($"if ({value} == 0)"))
                {
                    EmitFallback(constrained, discriminator + 1);
                    writer.Line($"return {Variant}.NoDiscriminator;");
                }

                writer.Line();
            }

            // The root stands at index 0 and is no string, so a missing discriminator needs no check of its own.
            using (writer.Block($"if (binder.Kind({value}) != {Kind}.String)"))
            {
                writer.Line($"return {Variant}.NoDiscriminator;");
            }

            writer.Line();
            EmitSwitch(constrained, discriminator, value);
            writer.Line();
            writer.Line($"return {Variant}.Unknown;");
            return;
        }

        // Some variants do not care about this discriminator, so a missing or unknown value is no verdict yet.
        using (writer.Block($"if ({value} == 0)"))
        {
            EmitFallback(constrained, discriminator + 1, isLast: true);
        }

        using (writer.Block($"else if (binder.Kind({value}) != {Kind}.String)"))
        {
            writer.Line($"return {Variant}.NoDiscriminator;");
        }

        using (writer.Block("else"))
        {
            EmitSwitch(constrained, discriminator, value);
        }

        writer.Line();
        Choose(others, discriminator + 1, missing ?? value);
    }

    private void EmitSwitch(List<int> candidates, int discriminator, string value)
    {
        string text = value + "Text";
        writer.Line($"{Code.Span} {text} = binder.Text({value});");
        IEnumerable<string> values = candidates.SelectMany(c => union.Variants[c].Conditions[discriminator]).Distinct(StringComparer.Ordinal);
        MatchEmitter.Switch(writer, text, values.Select(v => (v, (Action<CodeWriter>)(_ => EmitArm(candidates, discriminator, v)))));
    }

    private void EmitArm(List<int> candidates, int discriminator, string value) =>
        EmitInside(candidates.Where(c => union.Variants[c].Conditions[discriminator].Contains(value, StringComparer.Ordinal)).ToList(), discriminator + 1);

    /// <summary>Prints a choice inside a block: variables that it makes end with the block.</summary>
    private void EmitInside(List<int> candidates, int discriminator)
    {
        Dictionary<string, string> outside = _holders;
        _holders = new Dictionary<string, string>(outside, StringComparer.Ordinal);
        Choose(candidates, discriminator);
        _holders = outside;
    }

    private bool HasContent(int candidate) => union.Variants[candidate].Content is not null;

    private bool HasConditions(int candidate) => union.Variants[candidate].Conditions.Any(static c => !c.IsEmpty);

    /// <summary>Prints the end of the way: of several candidates the first whose content is there.</summary>
    private void ByPresence(List<int> candidates, string? missing, int otherwise)
    {
        bool certain = candidates.Count > 0 && candidates.Contains(otherwise) && (union.Variants[otherwise].Content is null || HasConditions(otherwise));
        EmitPresence(candidates.Where(c => c != otherwise || !certain));

        if (!certain)
        {
            writer.Line(missing is null ? $"return {Variant}.Unknown;" : $"return {missing} == 0 ? {Variant}.NoDiscriminator : {Variant}.Unknown;");
            return;
        }

        VariantModel variant = union.Variants[otherwise];
        string check = IsInRest(variant) ? "CheckRest(rest" : "CheckContent(" + Holder(variant.Content);
        writer.Line(variant.Content is null
            ? $"return {otherwise + 1}; // {variant.Name}"
            : $"return binder.{check}, {ContentName(variant)}, variant: {otherwise + 1}); // {variant.Name}");
    }

    /// <summary>Whether the content is among the members that the variants do not share.</summary>
    private bool IsInRest(VariantModel variant) =>
        variant is { HasOwnType: true, Content.Names: { Length: 1 } names }
        && !bound.Any(m => m.Aliases.Prepend(m.WireName).Contains(names[0], StringComparer.Ordinal));

    /// <summary>Prints what happens without a discriminator: the content tells, and what of several variants it is, the next discriminators tell.</summary>
    private void EmitFallback(List<int> candidates, int next, bool isLast = false)
    {
        List<List<int>> told = Told(candidates, next).ToList();
        foreach (List<int> group in told)
        {
            if (group.Count == 1)
            {
                EmitPresence(group, isLast: true);
            }
            else
            {
                using (writer.Block($"if ({HasContentOf(union.Variants[group[0]])})"))
                {
                    EmitInside(group, next);
                }
            }

            if (!isLast || group != told[told.Count - 1])
            {
                writer.Line();
            }
        }
    }

    /// <summary>The candidates by content, without those that neither their content nor a discriminator from the next one on tells apart.</summary>
    private IEnumerable<List<int>> Told(List<int> candidates, int next) =>
        from candidate in candidates
        where HasContent(candidate)
        group candidate by union.Variants[candidate].Content into same
        where same.Count() == 1 || same.Any(c => union.Variants[c].Conditions.Skip(next).Any(static condition => !condition.IsEmpty))
        select same.ToList();

    /// <summary>Prints the search for the first candidate whose content is there.</summary>
    private void EmitPresence(IEnumerable<int> candidates, bool isLast = false)
    {
        var withContent = candidates.Where(HasContent).ToList();
        foreach (int candidate in withContent)
        {
            using (writer.Block($"if ({HasContentOf(union.Variants[candidate])})"))
            {
                writer.Line($"return {candidate + 1}; // {union.Variants[candidate].Name}");
            }

            if (!isLast || candidate != withContent[withContent.Count - 1])
            {
                writer.Line();
            }
        }
    }

    /// <summary>The condition that the content of a variant is there, and of the right kind.</summary>
    private string HasContentOf(VariantModel variant)
    {
        MemberShape[] shapes = variant.ContentIsArray ? [MemberShape.List, MemberShape.TextList] : [MemberShape.Object, MemberShape.Map, MemberShape.TextMap];
        return variant.Content!.Names is { Length: 1 } names && SlotOf(names[0], shapes) is >= 0 and int slot
            ? $"binder.IsBound(block, {slot})"
            : $"binder.HasContent({Holder(variant.Content)}, {ContentName(variant)})";
    }

    private static string ContentName(VariantModel variant) =>
        $"{Code.Utf8(variant.Content!.Names[variant.Content.Names.Length - 1])}, {Kind}.{(variant.ContentIsArray ? "Array" : "Object")}";

    /// <summary>The object that has the content.</summary>
    private string Holder(MemberPath? content)
    {
        string node = "node";
        for (int i = 0; i < content?.Names.Length - 1; i++)
        {
            node = _holders.TryGetValue(string.Join(".", content!.Names.Take(i + 1)), out string? holder) ? holder : $"binder.FindObject({node}, {Code.Utf8(content.Names[i])})";
        }

        return node;
    }

    /// <summary>Prints the search for a discriminator; what holds it must be an object.</summary>
    private string EmitFind(EquatableArray<string> names)
    {
        string node = "node";
        for (int i = 0; i < names.Length - 1; i++)
        {
            string path = string.Join(".", names.Take(i + 1));
            if (_holders.TryGetValue(path, out string? known))
            {
                node = known;
                continue;
            }

            using (writer.Block($"if (binder.IsMalformed({node}, {Code.Utf8(names[i])}, {Kind}.Object))"))
            {
                writer.Line($"return {Variant}.MalformedContent;");
            }

            writer.Line();
            string holder = Variable(names.Take(i + 1));
            writer.Line($"int {holder} = binder.FindObject({node}, {Code.Utf8(names[i])});");
            _holders.Add(path, holder);
            node = holder;
        }

        string value = Variable(names);
        string place = names.Length == 1 && SlotOf(names[0], MemberShape.Text, MemberShape.Id, MemberShape.Enum) is >= 0 and int slot ? $", block, {slot}" : string.Empty;
        writer.Line($"int {value} = binder.FindMember({node}, {Code.Utf8(names[names.Length - 1])}{place});");
        return value;
    }

    /// <summary>The slot of a member that is bound before the choice and has one of the shapes, or -1.</summary>
    private int SlotOf(string name, params MemberShape[] shapes)
    {
        for (int slot = 0; slot < bound.Length; slot++)
        {
            if (string.Equals(bound[slot].WireName, name, StringComparison.Ordinal) && shapes.Contains(bound[slot].Type.Shape))
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>A variable named after a path, different from all before it.</summary>
    private string Variable(IEnumerable<string> names)
    {
        string pascal = string.Concat(names.Select(Schema.ClrNames.Pascal));
        pascal = pascal.Length == 0 ? "Value" : pascal;
        string name = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        name = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : name + "Value";
        return _variables.Add(name) && _variables.Add(name + "Text") ? name : Variable(names.Append((_variables.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
