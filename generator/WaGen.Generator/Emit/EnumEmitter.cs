using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints an open enumeration and the class that reads it.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter writer, EnumModel model, PrintContext context)
    {
        Docs.Describe(writer, model.Description, $"The values of {model.Name}.", model.Provenance);
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"{context.Accessibility} enum {model.Name}"))
        {
            writer.Line("/// <summary>A value that the schema does not list; the text is beside the member.</summary>");
            writer.Line("Unknown = 0,");
            foreach (EnumValueModel value in model.Values)
            {
                writer.Line();
                Docs.Summary(writer, value.Description ?? $"The value {value.WireName}.");
                Docs.Remark(writer, $"On the wire: {string.Join(", ", value.Aliases.Prepend(value.WireName).Select(static n => $"<c>{Docs.Escape(n)}</c>"))}.");
                writer.Line($"{value.ClrName},");
            }
        }

        writer.Line();
        EmitWire(writer, model);
    }

    private static void EmitWire(CodeWriter writer, EnumModel model)
    {
        writer.Line($"/// <summary>Reads <see cref=\"{model.Name}\"/> from the wire.</summary>");
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"internal static class {model.Name}Wire"))
        {
            using (writer.Block($"internal static {model.Name}? Read({Code.View} view, int slot)"))
            {
                using (writer.Block("if (!view.IsSet(slot))"))
                {
                    writer.Line("return null;");
                }

                writer.Line();
                writer.Line($"{model.Name} value = Parse(view.GetUtf8(slot));");
                writer.Line("view.EnsureCurrent();");
                writer.Line("return value;");
            }

            writer.Line();
            writer.Line($"internal static void Bind({Code.Binder} binder, int block, int slot, int value) =>");
            writer.Line($"    binder.Enum(block, slot, value, binder.Kind(value) == global::WaGen.JsonKind.String && Parse(binder.Text(value)) != {model.Name}.Unknown);");
            writer.Line();
            using (writer.Block($"private static {model.Name} Parse({Code.Span} text)"))
            {
                if (!model.Values.IsEmpty)
                {
                    MatchEmitter.Lines(writer, "text", model.Values.SelectMany(v => v.Aliases.Prepend(v.WireName).Select(n => (n, $"return {model.Name}.{v.ClrName};"))));
                    writer.Line();
                }

                writer.Line($"return {model.Name}.Unknown;");
            }
        }
    }
}
