using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>The binder: which member goes into which slot.</summary>
internal static partial class ObjectEmitter
{
    private static void EmitBinder(CodeWriter writer, ObjectModel model, ObjectModel? union, int blockSize)
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
                EmitUnionBinder(writer, model, model.Union, blockSize);
            }
        }

        EmitMemberBinder(writer, model, union);
        if (model.Union is not null)
        {
            writer.Line();
            new ChooseEmitter(writer, model.Union, model.Members).Emit();
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

        // An open union with types of its own leaves what it does not know to its variants, which may stand where no union is.
        string open = union is { IsOpen: true, Union.HasOwnTypes: true } ? " || binder.Other(value)" : string.Empty;
        string otherwise = union is not null ? $"binder.BindMember<{union.Name}>(block, name, value){open}" : model.IsOpen && model.Union is not { HasOwnTypes: true } ? "binder.Other(value)" : "false";
        if (arms.Count == 0 && otherwise is "false")
        {
            return;
        }

        string head = $"static bool {Code.ViewOf(model.Name)}.BindMember({Code.Binder} binder, int block, {Code.Span} name, int value)";
        writer.Line();
        MatchEmitter.Method(writer, head, "name", arms, otherwise);
    }

    /// <summary>Prints how a union is bound: first what all variants share, which tells the variant, and then what only that one has.</summary>
    private static void EmitUnionBinder(CodeWriter writer, ObjectModel model, UnionModel union, int blockSize)
    {
        if (!union.HasOwnTypes)
        {
            writer.Line($"int block = binder.BindMembers<{model.Name}>(node, {model.Members.Length});");
            writer.Line("binder.SetVariant(block, Choose(binder, node, block));");
            writer.Line("return block;");
            return;
        }

        string open = model.IsOpen ? ", isOpen: true" : string.Empty;
        writer.Line($"int block = binder.BindShared<{model.Name}>(node, {blockSize}, out int rest);");
        writer.Line("int variant = Choose(binder, node, block, rest);");
        writer.Line("binder.SetVariant(block, variant);");
        using (writer.Block("return variant switch", "};"))
        {
            for (int i = 0; i < union.Variants.Length; i++)
            {
                if (union.Variants[i].HasOwnType)
                {
                    writer.Line($"{i + 1} => binder.BindRest<{union.Variants[i].TypeName}>(node, block, rest{open}),");
                }
            }

            writer.Line($"_ => binder.BindRest<{model.Name}>(node, block, rest{open}),");
        }
    }
}
