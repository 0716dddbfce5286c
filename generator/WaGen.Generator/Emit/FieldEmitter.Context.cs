using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>The context that handlers get beside the event.</summary>
internal static partial class FieldEmitter
{
    private static readonly string[] ConversationParts = ["BusinessNumberId", "UserPhone", "UserId", "MessageId", "GroupId"];

    private static void EmitContext(CodeWriter writer, FieldModel field, TypeDocs docs, PrintContext context)
    {
        string name = ContextType(field);
        docs.Describe(name, null, $"What surrounds an event of {field.Name}.", field.Provenance, TypeDocs.WholeFile);
        writer.Line(Code.GeneratedCode);
        var conversations = field.Groups.Where(static g => g.Conversation is not null).ToList();
        using (writer.Block($"{context.Accessibility} readonly partial struct {name}{(conversations.Count == 0 ? string.Empty : " : IConversation")}"))
        {
            writer.Line($"private readonly {Code.Item} _item;");
            writer.Line();
            writer.Line($"internal {name}({Code.Item} item) => _item = item;");
            writer.Line();
            Docs.Inherit(writer, $"{Code.Item}.Delivery");
            writer.Line("public WebhookDelivery Delivery => _item.Delivery;");
            foreach (AncestorModel ancestor in context.Ancestors)
            {
                writer.Line();
                Docs.Summary(writer, ancestor.Description ?? $"The object {ancestor.ClrName} of the envelope.");
                writer.Line($"public {ancestor.TypeName} {ancestor.ClrName} => _item.Ancestor({ancestor.Level}).As<{ancestor.TypeName}>();");
            }

            // A name that the envelope has as well is reported; printing it twice would only add an error of the compiler.
            foreach (ContextMemberModel member in field.Context.Where(m => !context.Ancestors.Any(a => string.Equals(a.ClrName, m.Member.ClrName, StringComparison.Ordinal))))
            {
                writer.Line();
                MemberEmitter.Emit(writer, docs, name, member.Member, member.Slot, "_item.Value", field.Provenance);
            }

            foreach (IGrouping<string, (LookupModel Lookup, EventGroupModel Group)> lookup in LookupsOf(field))
            {
                EmitLookup(writer, lookup.Key, lookup.ToList());
            }

            writer.Line();
            Docs.Inherit(writer, $"{Code.Item}.Unhandled");
            writer.Line($"public {Code.Task} Unhandled() => _item.Unhandled();");
            if (conversations.Count > 0)
            {
                writer.Line();
                EmitConversation(writer, conversations);
            }
        }
    }

    /// <summary>Implements the interface out of sight: who writes a handler reads the event, and only replies read this.</summary>
    private static void EmitConversation(CodeWriter writer, List<EventGroupModel> groups)
    {
        for (int part = 0; part < ConversationParts.Length; part++)
        {
            writer.Line($"string? IConversation.{ConversationParts[part]} => ReadConversation({part});");
            writer.Line();
        }

        writer.Line("IServiceProvider? IConversation.Services => _item.Services;");
        writer.Line();
        using (writer.Block("private string? ReadConversation(int part) => _item.Event switch", "};"))
        {
            foreach (EventGroupModel group in groups)
            {
                string lookup = group.Conversation!.Lookup is { } name ? $", Find{name}()" : string.Empty;
                writer.Line($"{Events(group)} => _item.ReadConversation({Code.Utf8(group.Conversation.Paths)}, part{lookup}),");
            }

            writer.Line("_ => null,");
        }
    }

    private static IEnumerable<IGrouping<string, (LookupModel Lookup, EventGroupModel Group)>> LookupsOf(FieldModel field) =>
        field.Groups.SelectMany(static g => g.Lookups.Select(l => (Lookup: l, Group: g))).GroupBy(static l => l.Lookup.ClrName, StringComparer.Ordinal);

    private static string OwnerOf(LookupModel lookup, string item) =>
        $"{item}.Value" + string.Concat(lookup.OwnerSlots.Select(static s => $".GetObject({s})"));

    private static void EmitLookup(CodeWriter writer, string name, List<(LookupModel Lookup, EventGroupModel Group)> lookups)
    {
        string type = lookups[0].Lookup.ListType.TypeName!;
        writer.Line();
        Docs.Summary(writer, lookups[0].Lookup.Description ?? $"The {name} of the event; not present when there is none.");
        writer.Line($"public {type} {name} => Find{name}().As<{type}>();");
        writer.Line();
        using (writer.Block($"internal {Code.View} Find{name}()"))
        {
            writer.Line($"{Code.View} found = default;");
            using (writer.Block("switch (_item.Event)"))
            {
                foreach ((LookupModel lookup, EventGroupModel group) in lookups)
                {
                    string owner = lookup.OwnerSlots.IsEmpty ? string.Empty : OwnerOf(lookup, "_item") + ", ";
                    writer.Line($"case {Events(group)}: // {Code.ShortName(group.TypeName)}");
                    IEnumerable<string> pairs = lookup.Pairs.Select(p => $"_item.TryMatch({owner}{lookup.ListSlot}, {Code.Utf8(p.Element)}, {p.EventSlot}, out found)");
                    if (!lookup.Pairs.IsEmpty)
                    {
                        writer.Line($"    _ = {string.Join("\n        || ", pairs)};");
                    }

                    writer.Line("    break;");
                }
            }

            writer.Line();
            writer.Line("return found;");
        }
    }
}
