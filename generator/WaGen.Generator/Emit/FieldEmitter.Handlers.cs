using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Emit;

/// <summary>The interface that users implement.</summary>
internal static partial class FieldEmitter
{
    private static void EmitHandlers(CodeWriter writer, FieldModel field, TypeDocs docs, PrintContext context)
    {
        // What holds for all handlers stands at the type that they share.
        docs.Describe(HandlerType(field), $"Handles events of {field.Name}. Implement the methods that matter. {field.Description}", string.Empty, field.Provenance, TypeDocs.WholeFile);
        writer.Line($"/// <seealso cref=\"{context.HandlerType}\"/>");
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"{context.Accessibility} partial interface {HandlerType(field)} : {context.HandlerType}"))
        {
            bool first = true;
            foreach (EventGroupModel group in field.Groups)
            {
                string groupName = Code.ShortName(group.TypeName);
                string parameter = ClrNames.Parameter(groupName) is var name and not "context" ? name : ClrNames.Parameter(groupName + "Event");
                foreach (VariantModel variant in group.Variants)
                {
                    Separate(writer, ref first);
                    EmitMethod(
                        writer, field, variant.Handler, variant.TypeName, parameter, variant.Description, variant.Advice,
                        remark: null,
                        $"On{group.Handler}Async({parameter}{(variant.HasOwnType ? $".As{groupName}()" : string.Empty)}, context, cancellationToken)");
                }

                Separate(writer, ref first);
                string? unless = group.Variants.IsEmpty
                    ? null
                    : "Takes the events whose own method is not implemented. Unless it is implemented as well, they go to the unhandled hook.";
                EmitMethod(writer, field, group.Handler, group.TypeName, parameter, group.Description, group.Advice, unless, "context.Unhandled()");
            }
        }
    }

    private static void EmitMethod(CodeWriter writer, FieldModel field, string handler, string type, string parameter, string? description, EquatableArray<AdviceModel> advice, string? remark, string body)
    {
        Docs.Summary(writer, description ?? $"The event {handler}.");
        if (remark is not null)
        {
            Docs.Remark(writer, remark);
        }

        AdviceEmitter.Emit(writer, advice);
        writer.Line($"{Code.Task} On{handler}Async({type} {parameter}, {ContextType(field)} context, {Code.Token} cancellationToken) =>");
        writer.Line($"    {body};");
    }

    private static void Separate(CodeWriter writer, ref bool first)
    {
        if (!first)
        {
            writer.Line();
        }

        first = false;
    }
}
