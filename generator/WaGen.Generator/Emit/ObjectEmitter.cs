using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the view of an object.</summary>
internal static partial class ObjectEmitter
{
    private const string View = "_view";

    public static void Emit(CodeWriter writer, ObjectModel model, ObjectModel? union, PrintContext context)
    {
        string accessibility = model.IsInternal ? "internal" : context.Accessibility;
        string interfaces = Code.ViewOf(model.Name) + (model.Event is null ? string.Empty : $", global::WaGen.IWebhookEvent<{model.Name}>");
        Docs.Describe(writer, model.Description, $"The object {model.Name}.", model.Provenance);
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"{accessibility} readonly partial struct {model.Name} : {interfaces}"))
        {
            writer.Line($"private readonly {Code.View} _view;");
            writer.Line();
            writer.Line($"internal {model.Name}({Code.View} view) => _view = view;");
            if (!model.IsInternal)
            {
                writer.Line();
                EmitCommon(writer);
                EmitMembers(writer, model, union);
                EmitVariants(writer, model);
                EmitEvent(writer, model, union, context);
            }

            EmitBinder(writer, model, union);
        }
    }

    private static void EmitCommon(CodeWriter writer)
    {
        writer.Line("/// <summary>Whether the object was sent. Members of an absent object read as absent.</summary>");
        writer.Line($"public bool IsPresent => {View}.IsPresent;");
        writer.Line();
        writer.Line("/// <summary>The object as received, with members that the schema does not list.</summary>");
        writer.Line($"public {Code.RawJson} Json => {View}.Json;");
    }

    private static void EmitMembers(CodeWriter writer, ObjectModel model, ObjectModel? union)
    {
        for (int slot = 0; slot < model.Members.Length; slot++)
        {
            if (model.Members[slot].Type.Shape is MemberShape.Walked)
            {
                continue;
            }

            writer.Line();
            MemberEmitter.Emit(writer, model.Members[slot], slot, View, slot < union?.Members.Length ? union.Name : null);
        }
    }

    private static void EmitVariants(CodeWriter writer, ObjectModel model)
    {
        if (model.VariantOf is { } union)
        {
            writer.Line();
            writer.Line($"/// <summary>The same as a <see cref=\"{union}\"/>: what all variants share.</summary>");
            writer.Line($"public {union} As{union}() => new({View});");
        }

        for (int i = 0; i < model.Union?.Variants.Length; i++)
        {
            VariantModel variant = model.Union.Variants[i];
            string type = Code.ShortName(variant.TypeName);
            writer.Line();
            writer.Line($"/// <summary>Whether this is a <see cref=\"{type}\"/>, and the view of it; not present when it is none.</summary>");
            using (writer.Block($"public bool TryGet{variant.Handler}(out {type} {ClrName(type)})"))
            {
                string found = ClrName(type) is "found" ? "isFound" : "found";
                writer.Line($"bool {found} = {View}.Variant == {i + 1};");
                writer.Line($"{ClrName(type)} = {found} ? new {type}({View}) : default;");
                writer.Line($"return {found};");
            }
        }

        static string ClrName(string type) => Schema.ClrNames.Parameter(type);
    }

    private static void EmitEvent(CodeWriter writer, ObjectModel model, ObjectModel? union, PrintContext context)
    {
        if (model.Event is not { } role)
        {
            if (union is null && model.Union is null)
            {
                writer.Line();
                writer.Line("/// <summary>Copies the object into memory of its own, which outlives the handler.</summary>");
                writer.Line($"public {model.Name} Detach() => {View}.Detach<{model.Name}>();");
            }

            return;
        }

        writer.Line();
        writer.Line("/// <summary>What surrounds the event; the same as the context that handlers get.</summary>");
        writer.Line($"public {role.ContextType} GetContext() => new({Code.Item}.Of({View}));");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public static {model.Name} Parse({Code.Span} utf8Json) =>");
        writer.Line($"    new({Code.Item}.Parse({context.ContractType}.Instance, utf8Json, {role.FieldClass}.Instance, {role.FirstEvent}, {role.EventCount}).View);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public {model.Name} Detach() => new({Code.Item}.Of({View}).Detach().View);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public void WriteWebhookTo(global::System.Buffers.IBufferWriter<byte> output) => {Code.Item}.Of({View}).WriteTo(output);");
    }
}
