using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the view of an object.</summary>
internal static partial class ObjectEmitter
{
    private const string View = "_view";

    /// <summary>Prints a view.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="model">The object.</param>
    /// <param name="union">The union that the object is a variant of; null for others.</param>
    /// <param name="blockSize">The slots that the object needs; for a union those of its largest variant.</param>
    /// <param name="docs">The documentation of the file.</param>
    /// <param name="accessibility">The accessibility of what is not internal.</param>
    public static void Emit(CodeWriter writer, ObjectModel model, ObjectModel? union, int blockSize, TypeDocs docs, string accessibility)
    {
        string interfaces = Code.ViewOf(model.Name) + (model.Event is null ? string.Empty : $", IWebhookEvent<{model.Name}>");
        docs.Describe(model);
        AdviceEmitter.Emit(writer, model.Advice);
        writer.Line(Code.GeneratedView);
        using (writer.Block($"{(model.IsInternal ? "internal" : accessibility)} readonly partial struct {model.Name} : {interfaces}"))
        {
            writer.Line($"private readonly {Code.View} _view;");
            writer.Line();
            writer.Line($"internal {model.Name}({Code.View} view) => _view = view;");
            writer.Line();
            EmitCommon(writer);
            if (!model.IsInternal)
            {
                EmitMembers(writer, model, union, docs);
                EmitVariants(writer, model);
                EmitEvent(writer, model);
            }

            EmitBinder(writer, model, union, blockSize);
        }
    }

    private static void EmitCommon(CodeWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public bool IsPresent => {View}.IsPresent;");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public {Code.RawJson} Json => {View}.Json;");
    }

    private static void EmitMembers(CodeWriter writer, ObjectModel model, ObjectModel? union, TypeDocs docs)
    {
        for (int slot = 0; slot < model.Members.Length; slot++)
        {
            if (model.Members[slot].Type.Shape is MemberShape.Walked)
            {
                continue;
            }

            writer.Line();
            MemberEmitter.Emit(writer, docs, model.Name, model.Members[slot], slot, View, model.Provenance, slot < union?.Members.Length ? union.Name : null);
        }
    }

    private static void EmitVariants(CodeWriter writer, ObjectModel model)
    {
        if (model.VariantOf is { } union)
        {
            writer.Line();
            writer.Line($"/// <summary>What all variants share.</summary>");
            writer.Line($"public {union} As{union}() => new({View});");
        }

        for (int i = 0; i < model.Union?.Variants.Length; i++)
        {
            VariantModel variant = model.Union.Variants[i];
            if (!variant.HasOwnType)
            {
                continue;
            }

            string type = Code.ShortName(variant.TypeName);
            writer.Line();
            Docs.Inherit(writer, $"{Code.View}.TryGetVariant{{T}}");
            writer.Line($"public bool TryGet{variant.Handler}(out {type} {Schema.ClrNames.Parameter(type)}) => {View}.TryGetVariant({i + 1}, out {Schema.ClrNames.Parameter(type)});");
        }
    }

    private static void EmitEvent(CodeWriter writer, ObjectModel model)
    {
        if (model.Event is not { } role)
        {
            return;
        }

        writer.Line();
        Docs.Inherit(writer, $"{Code.View}.GetItem");
        writer.Line($"public {role.ContextType} GetContext() => new({View}.GetItem());");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        string count = role.EventCount == 1 ? string.Empty : $", {role.EventCount}";
        writer.Line($"public static {model.Name} Parse({Code.Span} utf8Json) => new({role.FieldClass}.Instance.Parse(utf8Json, {role.FirstEvent}{count}));");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public {model.Name} Detach() => new({View}.DetachEvent());");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public void WriteWebhookTo(IBufferWriter<byte> output) => {View}.WriteWebhookTo(output);");
    }
}
