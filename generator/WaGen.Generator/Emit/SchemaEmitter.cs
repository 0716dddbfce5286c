using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the file of one schema.</summary>
internal static class SchemaEmitter
{
    public static string Emit(SchemaModel linked, PrintContext outside)
    {
        SchemaModel schema = LocalNames.Shorten(linked);
        PrintContext context = LocalNames.Shorten(outside, linked.Namespace);
        var writer = new CodeWriter();
        var docs = new TypeDocs(writer, schema.Id);
        Code.Header(writer, schema.Id);
        PlainNames.Namespace(writer, schema.Namespace, views: !schema.IsPayload && !schema.Objects.IsEmpty, field: schema.Field is not null, payloads: schema.IsPayload, operations: schema.Kind is SchemaKind.Operation or SchemaKind.Api || context.Api is { Replies.IsEmpty: false });
        if (schema.Field is not null)
        {
            writer.Line();
            FieldEmitter.Emit(writer, schema.Field, docs, context);
        }

        if (schema.Api is not null)
        {
            writer.Line();
            ApiEmitter.Emit(writer, schema.Api, schema.Provenance, docs, context);
        }

        if (schema.Operation is not null)
        {
            writer.Line();
            OperationEmitter.Emit(writer, schema.Operation, schema.Group!.Name, schema.Provenance, context);
        }

        var payloads = new PayloadEmitter(writer, docs, schema, context.Accessibility);
        foreach (ObjectModel model in schema.Objects)
        {
            writer.Line();
            if (model.Payload is not null)
            {
                payloads.Emit(new PayloadType(model, schema));
                continue;
            }

            ObjectModel? union = model.VariantOf is null ? null : schema.Objects.First(o => string.Equals(o.Name, model.VariantOf, StringComparison.Ordinal));
            int blockSize = schema.Objects.Where(o => string.Equals(o.VariantOf, model.Name, StringComparison.Ordinal)).Append(model).Max(static o => o.Members.Length);
            ObjectEmitter.Emit(writer, model, union, blockSize, docs, context.Accessibility);
        }

        if (context.Api is { Replies.IsEmpty: false } api)
        {
            ReplyEmitter.Emit(writer, schema, api, context.Accessibility);
        }

        foreach (EnumModel model in schema.Enums)
        {
            writer.Line();
            EnumEmitter.Emit(writer, model, docs, context.Accessibility, schema.IsPayload);
        }

        return writer.ToString();
    }
}
