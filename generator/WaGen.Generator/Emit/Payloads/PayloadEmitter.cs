using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints a payload: an immutable record that reads, writes and checks itself.</summary>
/// <param name="writer">The writer.</param>
/// <param name="docs">The documentation of the file.</param>
/// <param name="schema">The file, with the names of its own types shortened.</param>
/// <param name="accessibility">The accessibility of the types.</param>
internal sealed class PayloadEmitter(CodeWriter writer, TypeDocs docs, SchemaModel schema, string accessibility)
{
    private readonly HashSet<string> _unions = new(schema.Objects.Where(static o => o.Union is not null).Select(static o => o.Name), StringComparer.Ordinal);

    /// <summary>The length at which a list of names goes on in the next line.</summary>
    private const int MaxNames = 180;

    public void Emit(PayloadType type)
    {
        ObjectModel model = type.Model;
        docs.Describe(model);
        AdviceEmitter.Emit(writer, model.Advice);
        RuleEmitter.Attributes(writer, model.Payload!);
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"{accessibility} {(model.Union is null ? "sealed " : string.Empty)}partial record {model.Name} : {type.Base?.Name ?? "Payload"}, IPayload<{model.Name}>"))
        {
            Constructors(type);
            foreach (MemberModel member in type.Own.Where(static m => m.Constant is null))
            {
                writer.Line();
                PayloadMemberEmitter.Property(writer, docs, type, member);
            }

            if (type.IsRoot)
            {
                ShorthandEmitter.Emit(writer, type);
            }

            Reading(type);
            Writing(type);
            Checking(type);
        }
    }

    private void Constructors(PayloadType type)
    {
        string name = type.Model.Name;
        bool isUnion = type.Model.Union is not null;
        if (!isUnion)
        {
            writer.Line("/// <summary>For an object initializer.</summary>");
        }

        writer.Line($"{(isUnion ? "private protected" : "public")} {name}() {{ }}");
        writer.Line();
        if (type.MustBeFilled)
        {
            writer.Line("[SetsRequiredMembers]");
        }

        string inherited = type.Base is null ? string.Empty : " : base(ref json)";
        using (writer.Block($"{(isUnion ? "private protected" : "internal")} {name}(ref PayloadReader json){inherited}"))
        {
            foreach (MemberModel member in type.Own.Where(PayloadMemberEmitter.IsReset))
            {
                writer.Line($"{member.ClrName} = null{(PayloadMemberEmitter.IsNeverNull(member) ? "!" : string.Empty)};");
            }

            ReadMembers(type.Own);
            foreach (MemberModel member in type.Own.Where(static m => m.Constant is not null))
            {
                writer.Line($"json.Constant({Constant(member)});");
            }
        }
    }

    private void ReadMembers(IReadOnlyList<MemberModel> members)
    {
        if (members.Count == 0)
        {
            return;
        }

        string next = $"json.Next({Names(members.Select(static m => m.WireName))})";
        var read = members.Select((m, i) => (Member: m, Position: i + 1)).Where(static m => m.Member.Constant is null).ToList();
        if (read.Count == 0)
        {
            writer.Line($"while ({next} != 0) {{ }}");
            return;
        }

        using (writer.Block(members.Count == 1 ? $"while ({next} != 0)" : $"for (int member; (member = {next}) != 0;)"))
        {
            if (read.Count == 1)
            {
                string condition = members.Count == 1 ? string.Empty : $"if (member == {read[0].Position}) ";
                writer.Line($"{condition}{read[0].Member.ClrName} = {PayloadMemberEmitter.Read(read[0].Member)};");
                return;
            }

            using (writer.Block("switch (member)"))
            {
                foreach ((MemberModel member, int position) in read)
                {
                    writer.Line($"case {position}: {member.ClrName} = {PayloadMemberEmitter.Read(member)}; break;");
                }
            }
        }
    }

    private void Reading(PayloadType type)
    {
        string name = type.Model.Name;
        writer.Line();
        writer.Line($"static {name} IPayload<{name}>.Read(ref PayloadReader json) => json.Finished({(type.Model.Union is null ? $"new {name}(ref json)" : "Choose(ref json)")});");
        if (type.Model.Union is { } union)
        {
            writer.Line();
            Choosing(type, union);
        }
    }

    private void Choosing(PayloadType type, UnionModel union)
    {
        using (writer.Block($"internal static {(type.Base is null ? string.Empty : "new ")}{type.Model.Name} Choose(ref PayloadReader json)"))
        {
            List<string> before = [.. union.Discriminators.Select(static d => d.Names[0])];
            if (before.Count > 0)
            {
                var spellings = union.Variants.SelectMany(static v => v.Conditions[0].Select(text => (Text: text, Variant: v))).GroupBy(static s => s.Text, StringComparer.Ordinal).Select(static g => g.First()).ToList();
                Switch($"json.Choose({Code.Utf8(before[0])}, {Names(spellings.Select(static s => s.Text))})", [.. spellings.Select(static s => s.Variant)], 1);
            }

            // One whose discriminator is there and names no variant is unknown, whatever else it has: so that name comes first.
            var contents = union.Variants.Where(static v => v.Content is not null).GroupBy(static v => v.Content!.Names[0], StringComparer.Ordinal).Select(static g => g.First()).ToList();
            if (contents.Count > 0)
            {
                Switch($"json.ChooseByMember({Names(before.Concat(contents.Select(static v => v.Content!.Names[0])))})", contents, before.Count + 1);
            }

            VariantModel? otherwise = union.Variants.FirstOrDefault(static v => v.Content is null && v.Conditions.All(static c => c.IsEmpty));
            writer.Line($"return {(otherwise is null ? $"new {type.Model.Name}(ref json)" : Made(type, otherwise))};");
        }

        void Switch(string head, IReadOnlyList<VariantModel> variants, int first)
        {
            using (writer.Block($"switch ({head})"))
            {
                foreach (IGrouping<string, int> made in Enumerable.Range(0, variants.Count).GroupBy(i => Made(type, variants[i]), StringComparer.Ordinal))
                {
                    writer.Line($"case {string.Join(" or ", made.Select(i => i + first))}: return {made.Key};");
                }
            }

            writer.Line();
        }
    }

    /// <summary>The expression that reads a variant; a union reads one of its own.</summary>
    private string Made(PayloadType type, VariantModel variant) =>
        _unions.Contains(variant.TypeName) ? $"{type.InExpression(variant.TypeName)}.Choose(ref json)" : $"new {variant.TypeName}(ref json)";

    private void Writing(PayloadType type)
    {
        IEnumerable<string> inherited = type.Base is null ? [] : ["base.WriteMembers(ref json);"];
        Override("protected override void WriteMembers(ref PayloadWriter json)", [.. inherited, .. type.Own.Select(static m => m.Constant is null ? PayloadMemberEmitter.Write(m) : $"json.Constant({Constant(m)});")]);
    }

    /// <summary>Prints a method, in one line when it has one statement.</summary>
    private void Override(string head, IReadOnlyList<string> statements)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        if (statements.Count == 1 && !statements[0].StartsWith("if", StringComparison.Ordinal))
        {
            writer.Line($"{head} => {statements[0]}");
            return;
        }

        using (writer.Block(head))
        {
            foreach (string statement in statements)
            {
                writer.Line(statement);
            }
        }
    }

    private void Checking(PayloadType type)
    {
        PayloadModel payload = type.Model.Payload!;
        List<string> checks =
        [
            .. type.Model.Members.Where(m => payload.RequiredOfUnion.Contains(m.WireName, StringComparer.Ordinal)).Select(static m => PayloadMemberEmitter.Check(m, isRequired: true).First()),
            .. type.Own.Where(static m => m.Constant is null).SelectMany(static m => PayloadMemberEmitter.Check(m, m.IsRequired)),
        ];
        bool isUnion = type.Model.Union is not null;
        if (checks.Count + payload.Rules.Length == 0 && !isUnion)
        {
            return;
        }

        const string Head = "protected override void CheckMembers(PayloadCheck check)";
        if (payload.Rules.IsEmpty)
        {
            Override(Head, [.. Before(type), .. checks]);
            return;
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        using (writer.Block(Head))
        {
            foreach (string check in Before(type).Concat(checks))
            {
                writer.Line(check);
            }

            var emitter = new RuleEmitter(writer, type);
            foreach (RuleModel rule in payload.Rules)
            {
                emitter.Emit(rule);
            }
        }
    }

    /// <summary>What is checked before the members: those of the union, and that the payload is a variant of its own.</summary>
    private static IEnumerable<string> Before(PayloadType type)
    {
        if (type.Base is not null)
        {
            yield return "base.CheckMembers(check);";
        }

        if (type.Model.Union is { } union)
        {
            string? name = union.Discriminators.IsEmpty ? union.Variants.FirstOrDefault(static v => v.Content is not null)?.Content!.Names[0] : union.Discriminators[0].Names[0];
            yield return $"if (GetType() == typeof({type.Model.Name})) check.UnknownVariant({Code.Literal(name ?? string.Empty)});";
        }
    }

    private static string Constant(MemberModel member) => Code.Utf8($",{Code.JsonText(member.WireName)}:{Code.JsonText(member.Constant!)}");

    /// <summary>Names with a line feed behind each, as one literal in as many lines as it needs.</summary>
    private static string Names(IEnumerable<string> names)
    {
        var lines = new List<string> { string.Empty };
        foreach (string name in names)
        {
            if (lines[lines.Count - 1].Length > MaxNames)
            {
                lines.Add(string.Empty);
            }

            lines[lines.Count - 1] += name + "\n";
        }

        return string.Join("\n    + ", lines.Select(Code.Utf8));
    }
}
