using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Emit;

/// <summary>Prints an open enumeration and the type that reads it.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter writer, EnumModel model, TypeDocs docs, string accessibility, bool isPayload)
    {
        docs.Describe(model);
        AdviceEmitter.Emit(writer, model.Advice);
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"{accessibility} enum {model.Name}"))
        {
            writer.Line("/// <summary>Not in the schema; the text tells.</summary>");
            writer.Line("Unknown = 0,");
            foreach (EnumValueModel value in model.Values)
            {
                writer.Line();
                Docs.Summary(writer, value.Description ?? $"The value {value.WireName}.");
                if (!value.Aliases.IsEmpty || !string.Equals(ClrNames.Pascal(value.WireName), value.ClrName, StringComparison.Ordinal))
                {
                    Docs.Remark(writer, $"On the wire: {string.Join(", ", value.Aliases.Prepend(value.WireName).Select(static n => $"<c>{Docs.Escape(n)}</c>"))}.");
                }

                AdviceEmitter.Emit(writer, value.Advice);
                writer.Line($"{value.ClrName},");
            }
        }

        writer.Line();
        EmitWire(writer, model, isPayload);
    }

    private static void EmitWire(CodeWriter writer, EnumModel model, bool isPayload)
    {
        using (writer.Block($"internal readonly struct {model.Name}Wire : {(isPayload ? "IPayloadTexts" : "IJsonEnumReader")}<{model.Name}>"))
        {
            var arms = model.Values.SelectMany(v => v.Aliases.Prepend(v.WireName).Select(n => (n, $"{model.Name}.{v.ClrName}"))).ToList();
            MatchEmitter.Method(writer, $"static {model.Name} IJsonEnumReader<{model.Name}>.Parse({Code.Span} text)", "text", arms, $"{model.Name}.Unknown");
            if (isPayload)
            {
                writer.Line();
                EmitTexts(writer, model);
            }
        }
    }

    /// <summary>Prints the other direction: of several spellings the first one is written.</summary>
    private static void EmitTexts(CodeWriter writer, EnumModel model)
    {
        using (writer.Block($"static {Code.Span} IPayloadTexts<{model.Name}>.Text({model.Name} value) => value switch", "};"))
        {
            foreach (EnumValueModel value in model.Values)
            {
                writer.Line($"{model.Name}.{value.ClrName} => {Code.Utf8(Code.JsonContent(value.WireName))},");
            }

            writer.Line("_ => default,");
        }
    }
}
