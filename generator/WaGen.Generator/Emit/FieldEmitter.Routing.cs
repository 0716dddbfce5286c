using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>The way from a value to handler methods.</summary>
internal static partial class FieldEmitter
{
    private static void EmitRouting(CodeWriter writer, FieldModel field, PrintContext context)
    {
        string name = FieldType(field);
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"internal sealed class {name} : {Code.Field}"))
        {
            writer.Line($"public static readonly {name} Instance = new();");
            writer.Line();
            EmitConstructor(writer, field, name);
            writer.Line();
            writer.Line($"public override {Code.Contract} Contract => {context.ContractType}.Instance;");
            writer.Line();
            EmitRoute(writer, field);
            writer.Line();
            EmitInvoke(writer, field);
            EmitKey(writer, field, "WriteIdentity", static g => g.Identity, firstOnly: false);
            EmitKey(writer, field, "WriteOrderKey", static g => g.Order, firstOnly: true);
            if (field.Groups.Any(static g => !g.Lookups.IsEmpty))
            {
                writer.Line();
                EmitLookups(writer, field);
            }
        }
    }

    private static void EmitConstructor(CodeWriter writer, FieldModel field, string name)
    {
        writer.Line($"private {name}()");
        writer.Line($"    : base({Code.Literal(field.Name)}, [{string.Join(", ", field.Aliases.Select(Code.Literal))}], typeof({HandlerType(field)}),");
        writer.Line("    [");
        foreach (EventGroupModel group in field.Groups)
        {
            string groupMethod = $"On{group.Handler}Async";
            foreach (string handler in group.Variants.IsEmpty ? [group.Handler] : group.Variants.Select(static v => v.Handler))
            {
                writer.Line($"        new({Code.Literal(handler)}, \"On{handler}Async\", \"{groupMethod}\"),");
            }
        }

        writer.Line("    ])");
        writer.Line("{");
        writer.Line("}");
    }

    private static void EmitRoute(CodeWriter writer, FieldModel field)
    {
        using (writer.Block($"public override void Route({Code.Router} router, int value)"))
        {
            using (writer.Block($"if (!router.BindValue<{field.ValueType}>(this, value))"))
            {
                writer.Line("return;");
            }

            writer.Line();
            foreach (EventGroupModel group in field.Groups)
            {
                string union = group.Variants.IsEmpty ? "false" : "true";
                writer.Line(group.Slots.Length switch
                {
                    0 => $"router.Self({group.FirstEvent}, union: {union});",
                    1 => $"router.Items({group.Slots[0]}, {Code.Utf8(group.StepNames)}, {group.FirstEvent}, union: {union});",
                    _ => $"router.Items([{string.Join(", ", group.Slots)}], {Code.Utf8(group.StepNames)}, {group.FirstEvent}, union: {union});",
                });
            }

            writer.Line("router.EndValue();");
        }
    }

    private static void EmitInvoke(CodeWriter writer, FieldModel field)
    {
        using (writer.Block($"public override {Code.Task} InvokeAsync(object handler, {Code.Item} item, {Code.Token} cancellationToken)"))
        {
            writer.Line($"var target = ({HandlerType(field)})handler;");
            writer.Line($"var context = new {ContextType(field)}(item);");
            using (writer.Block($"return item.Open(out {Code.View} view) switch", "};"))
            {
                foreach (EventGroupModel group in field.Groups)
                {
                    if (group.Variants.IsEmpty)
                    {
                        writer.Line(Arm(group.FirstEvent, group.Handler, group.TypeName));
                    }

                    for (int i = 0; i < group.Variants.Length; i++)
                    {
                        writer.Line(Arm(group.FirstEvent + i, group.Variants[i].Handler, group.Variants[i].TypeName));
                    }
                }

                writer.Line("_ => item.Unhandled(),");
            }
        }

        static string Arm(int index, string handler, string type) =>
            $"{index} => target.On{handler}Async(new {type}(view), context, cancellationToken),";
    }

    private static void EmitKey(CodeWriter writer, FieldModel field, string method, Func<EventGroupModel, EquatableArray<SlotPath>> paths, bool firstOnly)
    {
        var groups = field.Groups.Where(g => !paths(g).IsEmpty).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        writer.Line();
        using (writer.Block($"public override void {method}({Code.Item} item, ref {Code.Key} key)"))
        {
            writer.Line($"{Code.View} view = item.View;");
            using (writer.Block("switch (item.Event)"))
            {
                foreach (EventGroupModel group in groups)
                {
                    writer.Line($"case {Events(group)}: // {Code.ShortName(group.TypeName)}");
                    IEnumerable<string> parts = paths(group).Select(static p => p.Outer is null
                        ? $"key.{(p.IsArray ? "AddArray" : "Add")}({Owner(p)}, {p.Slots[p.Slots.Length - 1]})"
                        : $"key.AddOuter(item, {Code.Utf8(p.Outer)})");
                    if (firstOnly)
                    {
                        writer.Line($"    _ = {string.Join(" || ", parts)};");
                    }
                    else
                    {
                        EmitIdentity(writer, parts.ToList());
                    }

                    writer.Line("    break;");
                }
            }
        }

        static string Owner(SlotPath path) => "view" + string.Concat(path.Slots.Take(path.Slots.Length - 1).Select(static s => $".GetObject({s})"));
    }

    /// <summary>Prints the parts of an identity. Without the first one there is none: the others alone would make different events the same.</summary>
    private static void EmitIdentity(CodeWriter writer, List<string> parts)
    {
        if (parts.Count == 1)
        {
            writer.Line($"    {parts[0]};");
            return;
        }

        writer.Line($"    if ({parts[0]})");
        writer.Line("    {");
        foreach (string part in parts.Skip(1))
        {
            writer.Line($"        {part};");
        }

        writer.Line("    }");
        writer.Line();
    }

    private static void EmitLookups(CodeWriter writer, FieldModel field)
    {
        using (writer.Block($"public override void WriteLookups({Code.Item} item, ref WebhookLookups lookups)"))
        {
            writer.Line($"var context = new {ContextType(field)}(item);");
            foreach (IGrouping<string, (LookupModel Lookup, EventGroupModel Group)> lookup in LookupsOf(field))
            {
                writer.Line($"lookups.Add(context.Find{lookup.Key}(), {OwnerOf(lookup.First().Lookup, "item")}, {lookup.First().Lookup.ListSlot});");
            }
        }
    }
}
