using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the attributes that carry what a schema advises to analyzers.</summary>
internal static class AdviceEmitter
{
    public static void Emit(CodeWriter writer, EquatableArray<AdviceModel> advice)
    {
        foreach (AdviceModel item in advice)
        {
            writer.Line($"[SchemaAdvice(SchemaAdvice.{item.Topic}, {Code.Literal(item.Text)})]");
        }
    }
}
