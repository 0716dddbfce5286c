using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints what belongs to a field as a whole: handler interface, context, routing.</summary>
internal static partial class FieldEmitter
{
    public static void Emit(CodeWriter writer, FieldModel field, TypeDocs docs, PrintContext context)
    {
        EmitHandlers(writer, field, docs, context);
        writer.Line();
        EmitContext(writer, field, docs, context);
        writer.Line();
        EmitRouting(writer, field, context);
    }

    public static string HandlerType(FieldModel field) => $"I{field.ClrName}Handler";

    private static string ContextType(FieldModel field) => $"{field.ClrName}Context";

    private static string FieldType(FieldModel field) => $"{field.ClrName}Field";

    /// <summary>A pattern for the events of a group.</summary>
    private static string Events(EventGroupModel group)
    {
        int last = group.FirstEvent + group.EventCount - 1;
        return group.EventCount == 1 ? $"{last}" : $">= {group.FirstEvent} and <= {last}";
    }
}
