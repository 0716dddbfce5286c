using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the file of one schema.</summary>
internal static class SchemaEmitter
{
    public static string Emit(SchemaModel linked, PrintContext context)
    {
        SchemaModel schema = LocalNames.Shorten(linked);
        var writer = new CodeWriter();
        Code.Header(writer, schema.Id);
        writer.Line($"namespace {schema.Namespace};");
        if (schema.Field is not null)
        {
            writer.Line();
            FieldEmitter.Emit(writer, schema.Field, context);
        }

        foreach (ObjectModel model in schema.Objects)
        {
            writer.Line();
            ObjectModel? union = model.VariantOf is null ? null : schema.Objects.First(o => string.Equals(o.Name, model.VariantOf, StringComparison.Ordinal));
            ObjectEmitter.Emit(writer, model, union, context);
        }

        foreach (EnumModel model in schema.Enums)
        {
            writer.Line();
            EnumEmitter.Emit(writer, model, context);
        }

        return writer.ToString();
    }
}
