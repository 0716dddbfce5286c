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
        writer.Line($"static int {Code.ViewOf(model.Name)}.SlotCount => {model.Members.Length};");
        if (model.Union is not null)
        {
            writer.Line();
            using (writer.Block($"static int {Code.ViewOf(model.Name)}.Bind({Code.Binder} binder, int node)"))
            {
                EmitVariantSwitch(writer, model.Union, $"binder.BindMembers<{model.Name}>(node, {model.Members.Length})");
            }
        }

        EmitMemberBinder(writer, model, union);
        if (model.Union is not null)
        {
            writer.Line();
            new ChooseEmitter(writer, model.Union).Emit();
        }
    }

    /// <summary>Prints which member goes where; a variant leaves those that all variants have to its union.</summary>
    private static void EmitMemberBinder(CodeWriter writer, ObjectModel model, ObjectModel? union)
    {
        var arms = new List<(string, string)>();
        for (int slot = union?.Members.Length ?? 0; slot < model.Members.Length; slot++)
        {
            MemberModel member = model.Members[slot];
            string value = MemberEmitter.Bind(member.Type, slot);
            arms.AddRange(member.Aliases.Prepend(member.WireName).Select(name => (name, value)));
        }

        if (arms.Count == 0 && union is null)
        {
            return;
        }

        string head = $"static bool {Code.ViewOf(model.Name)}.BindMember({Code.Binder} binder, int block, {Code.Span} name, int value)";
        writer.Line();
        MatchEmitter.Method(writer, head, "name", arms, union is null ? "false" : $"binder.BindMember<{union.Name}>(block, name, value)");
    }

    private static void EmitVariantSwitch(CodeWriter writer, UnionModel union, string bindMembers)
    {
        writer.Line("int variant = Choose(binder, node);");
        if (union.Variants.All(static v => !v.HasOwnType))
        {
            writer.Line($"int block = {bindMembers};");
        }
        else
        {
            using (writer.Block("int block = variant switch", "};"))
            {
                for (int i = 0; i < union.Variants.Length; i++)
                {
                    if (union.Variants[i].HasOwnType)
                    {
                        writer.Line($"{i + 1} => binder.Bind<{union.Variants[i].TypeName}>(node),");
                    }
                }

                writer.Line($"_ => {bindMembers},");
            }
        }

        writer.Line("binder.SetVariant(block, variant);");
        writer.Line("return block;");
    }
}
