using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the contract of a provider: the way through its envelope and the switch over its fields.</summary>
internal static class ContractEmitter
{
    public static string Emit(ContractModel linked, PrintContext context)
    {
        ContractModel model = LocalNames.Shorten(linked);
        var writer = new CodeWriter();
        EnvelopeModel envelope = model.Envelope;
        Code.Header(writer, "the names of all fields of " + envelope.Name);
        string fields = string.Join(";", model.Fields.Select(static f => f.Name).OrderBy(static n => n, StringComparer.Ordinal));
        if (context.Mark)
        {
            writer.Line($"[assembly: global::WaGen.Runtime.WebhookContractPrinted(\"webhooks\", {Code.Literal(envelope.Name)}, {Code.Literal(model.Namespace)}, \"{context.Accessibility}\", {Code.Literal(fields)})]");
            writer.Line();
        }

        PlainNames.Namespace(writer, model.Namespace);
        writer.Line();
        EmitHandler(writer, model, context);
        writer.Line();
        EmitContract(writer, model, context);
        return writer.ToString();
    }

    private static void EmitHandler(CodeWriter writer, ContractModel model, PrintContext context)
    {
        EnvelopeModel envelope = model.Envelope;
        Docs.Describe(
            writer,
            $"What all handler interfaces of {envelope.Name} have in common. Implement one of the interfaces that derive from it.",
            string.Empty,
            envelope.Provenance,
            remark: "An event that no method takes goes to the unhandled hook. "
                + "Events and contexts are good until the whole body is processed; <c>Detach()</c> keeps an event longer. "
                + "The token fires when the host stops or the handler's time is up, not when the sender disconnects. "
                + "A handler that throws makes the sender deliver the event again.");
        Docs.SeeSchema(writer, model.Id, TypeDocs.WholeFile);
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"{context.Accessibility} interface I{envelope.Name}Handler : IWebhookHandler"))
        {
            writer.Line($"static {Code.Contract} IWebhookHandler.Contract => {context.ContractType}.Instance;");
        }
    }

    private static void EmitContract(CodeWriter writer, ContractModel model, PrintContext context)
    {
        EnvelopeModel envelope = model.Envelope;
        string name = envelope.Name + "Contract";
        Docs.Describe(writer, $"The fields of {envelope.Name} and the way to their handlers. {envelope.Description}", string.Empty, envelope.Provenance);
        Docs.SeeSchema(writer, model.Id, TypeDocs.WholeFile);
        writer.Line(Code.GeneratedCode);
        using (writer.Block($"{context.Accessibility} sealed class {name} : {Code.Contract}"))
        {
            writer.Line($"private {name}()");
            writer.Line($"    : base({Code.Literal(envelope.Name)},");
            writer.Line("    [");
            foreach (ContractField field in model.Fields)
            {
                writer.Line($"        {field.FieldType}.Instance,");
            }

            writer.Line("    ])");
            writer.Line("{");
            writer.Line("}");
            writer.Line();
            writer.Line("/// <summary>The one instance.</summary>");
            writer.Line($"public static {name} Instance {{ get; }} = new();");
            writer.Line();
            EmitRoute(writer, envelope);
            for (int level = 0; level < envelope.Levels.Length; level++)
            {
                writer.Line();
                EmitLevel(writer, envelope, level);
            }

            writer.Line();
            EmitFieldSwitch(writer, model);
        }
    }

    private static void EmitRoute(CodeWriter writer, EnvelopeModel envelope)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"protected override void Route({Code.Router} router)"))
        {
            if (envelope.ProductMember is null)
            {
                writer.Line($"{Method(envelope, 0)}(router, router.Root);");
                return;
            }

            using (writer.Block($"if (router.IsProduct(router.Root, {Code.Utf8(envelope.ProductMember)}, {Code.Utf8(envelope.ProductValue!)}))"))
            {
                writer.Line($"{Method(envelope, 0)}(router, router.Root);");
            }
        }
    }

    private static void EmitLevel(CodeWriter writer, EnvelopeModel envelope, int level)
    {
        EnvelopeLevel current = envelope.Levels[level];
        using (writer.Block($"private static void {Method(envelope, level)}({Code.Router} router, int node)"))
        {
            EnvelopeLevel? inner = level == envelope.Levels.Length - 1 ? null : envelope.Levels[level + 1];
            writer.Line($"int block = router.Enter<{current.TypeName}>(node);");
            if (envelope.EntryIdLevel == level)
            {
                writer.Line($"router.EntryId(block, {envelope.EntryIdSlot});");
            }

            if (inner is null)
            {
                writer.Line("Dispatch(router, block);");
            }
            else if (inner.IsArray)
            {
                using (writer.Block($"if (router.TryItems(block, {inner.Slot}, out JsonItems items)) // {inner.WireName}"))
                {
                    using (writer.Block("foreach (int item in items)"))
                    {
                        using (writer.Block("if (router.TryObject(item))"))
                        {
                            writer.Line($"{Method(envelope, level + 1)}(router, item);");
                        }
                    }
                }

                writer.Line();
            }
            else
            {
                using (writer.Block($"if (router.TryMember(block, {inner.Slot}, out int member)) // {inner.WireName}"))
                {
                    writer.Line($"{Method(envelope, level + 1)}(router, member);");
                }

                writer.Line();
            }

            writer.Line("router.Leave();");
        }
    }

    /// <summary>The name of a level's method; a type that contains itself gives several.</summary>
    private static string Method(EnvelopeModel envelope, int level)
    {
        string type = envelope.Levels[level].TypeName;
        bool again = envelope.Levels.Take(level).Any(l => string.Equals(l.TypeName, type, StringComparison.Ordinal));
        return "Walk" + type + (again ? level.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty);
    }

    private static void EmitFieldSwitch(CodeWriter writer, ContractModel model)
    {
        using (writer.Block($"private static void Dispatch({Code.Router} router, int block)"))
        {
            using (writer.Block($"if (!router.TryChange(block, {model.Envelope.FieldSlot}, {model.Envelope.ValueSlot}, out {Code.Span} field, out int value))"))
            {
                writer.Line("return;");
            }

            writer.Line();
            if (!model.Fields.IsEmpty)
            {
                MatchEmitter.Lines(writer, "field", model.Fields.SelectMany(f => f.Aliases.Prepend(f.Name).Select(n => (n, $"{f.FieldType}.Instance.Route(router, value); return;"))));
                writer.Line();
            }

            writer.Line("router.UnknownField(value);");
        }
    }
}
