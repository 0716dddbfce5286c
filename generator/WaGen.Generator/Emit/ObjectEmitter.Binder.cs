using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>The binder: which member goes into which slot.</summary>
internal static partial class ObjectEmitter
{
    private static void EmitBinder(CodeWriter writer, ObjectModel model, ObjectModel? union)
    {
        writer.Line();
        writer.Line($"static {model.Name} {Code.ViewOf(model.Name)}.Create({Code.View} view) => new(view);");
        writer.Line();
        string bindMembers = $"binder.BindMembers<{model.Name}>(node, {model.Members.Length})";
        if (model.Union is null)
        {
            writer.Line($"static int {Code.ViewOf(model.Name)}.Bind({Code.Binder} binder, int node) => {bindMembers};");
        }
        else
        {
            using (writer.Block($"static int {Code.ViewOf(model.Name)}.Bind({Code.Binder} binder, int node)"))
            {
                EmitVariantSwitch(writer, model.Union, bindMembers);
            }
        }

        writer.Line();
        using (writer.Block($"static bool {Code.ViewOf(model.Name)}.BindMember({Code.Binder} binder, int block, {Code.Span} name, int value)"))
        {
            int inherited = union?.Members.Length ?? 0;
            var arms = new List<(string, string)>();
            for (int slot = inherited; slot < model.Members.Length; slot++)
            {
                MemberModel member = model.Members[slot];
                string statement = (MemberEmitter.Bind(member.Type, slot) + " return true;").TrimStart();
                arms.Add((member.WireName, statement));
                arms.AddRange(member.Aliases.Select(alias => (alias, statement)));
            }

            if (arms.Count > 0)
            {
                MatchEmitter.Lines(writer, "name", arms);
                writer.Line();
            }

            writer.Line(union is null ? "return false;" : $"return binder.BindMember<{union.Name}>(block, name, value);");
        }

        if (model.Union is not null)
        {
            writer.Line();
            new ChooseEmitter(writer, model.Union).Emit();
        }
    }

    private static void EmitVariantSwitch(CodeWriter writer, UnionModel union, string bindMembers)
    {
        writer.Line("int variant = Choose(binder, node);");
        using (writer.Block("int block = variant switch", "};"))
        {
            for (int i = 0; i < union.Variants.Length; i++)
            {
                writer.Line($"{i + 1} => binder.Bind<{union.Variants[i].TypeName}>(node),");
            }

            writer.Line($"_ => {bindMembers},");
        }

        writer.Line("binder.SetVariant(block, variant);");
        writer.Line("return block;");
    }
}
