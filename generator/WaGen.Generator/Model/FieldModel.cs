using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>One webhook field: its handler interface, context and routing.</summary>
[DebuggerDisplay("field {Name}")]
internal sealed record FieldModel
{
    /// <summary>The field's name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>Other names on the wire.</summary>
    public required EquatableArray<string> Aliases { get; init; }

    /// <summary>The stem of the C# names.</summary>
    public required string ClrName { get; init; }

    /// <summary>What the field is, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The <c>$id</c> of the envelope that carries the field.</summary>
    public required string EnvelopeId { get; init; }

    /// <summary>The C# name of the value's view.</summary>
    public required string ValueType { get; init; }

    /// <summary>The groups of events in the order of the schema.</summary>
    public required EquatableArray<EventGroupModel> Groups { get; init; }

    /// <summary>The members of the value that belong to the context, with their slots.</summary>
    public required EquatableArray<ContextMemberModel> Context { get; init; }
}

/// <summary>A member of the value that handlers reach through the context.</summary>
internal sealed record ContextMemberModel
{
    /// <summary>The slot in the value's view.</summary>
    public required int Slot { get; init; }

    /// <summary>The member.</summary>
    public required MemberModel Member { get; init; }
}

/// <summary>Events that come from one place of a value and share a type.</summary>
[DebuggerDisplay("{TypeName} from {Path}")]
internal sealed record EventGroupModel
{
    /// <summary>The place as written in the schema; empty for the value itself.</summary>
    public required string Path { get; init; }

    /// <summary>The slots of the arrays and objects on the way; empty for the value itself.</summary>
    public required EquatableArray<int> Slots { get; init; }

    /// <summary>
    /// The names of the steps on the wire, with a dot between steps and a bar between the names of one; a step that an earlier group
    /// goes as well has none.
    /// </summary>
    public required string StepNames { get; init; }

    /// <summary>The C# name of the group's view.</summary>
    public required string TypeName { get; init; }

    /// <summary>The part of the group method's name between On and Async.</summary>
    public required string Handler { get; init; }

    /// <summary>What the events are, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>What analyzers are to say about the group's handler method.</summary>
    public EquatableArray<AdviceModel> Advice { get; init; }

    /// <summary>The variants; empty when the group is one event.</summary>
    public required EquatableArray<VariantModel> Variants { get; init; }

    /// <summary>The index of the group's first event in the field.</summary>
    public required int FirstEvent { get; init; }

    /// <summary>Members that make two deliveries the same event.</summary>
    public required EquatableArray<SlotPath> Identity { get; init; }

    /// <summary>Members of which the first present one names the conversation.</summary>
    public required EquatableArray<SlotPath> Order { get; init; }

    /// <summary>What the context looks up for these events.</summary>
    public required EquatableArray<LookupModel> Lookups { get; init; }

    /// <summary>Who talks to whom; null for events behind which there is nobody.</summary>
    public EventConversation? Conversation { get; init; }

    /// <summary>How many events the group has.</summary>
    public int EventCount => Variants.Length == 0 ? 1 : Variants.Length;
}

/// <summary>The members of an event that say who talks to whom.</summary>
/// <param name="Paths">The paths of number, phone, user, message and group: names on the wire with dots between, alternatives with bars; a caret leads to the lookup.</param>
/// <param name="Lookup">The C# name of the lookup that a path starts from; null when none does.</param>
internal sealed record EventConversation(string Paths, string? Lookup);

/// <summary>A member that a key is made from: of the event, or of the envelope around it.</summary>
internal sealed record SlotPath
{
    /// <summary>The slots from the event inwards, all but the last are objects; empty for a member of the envelope.</summary>
    public required EquatableArray<int> Slots { get; init; }

    /// <summary>The name of the envelope's member on the wire; null for a member of the event.</summary>
    public string? Outer { get; init; }

    /// <summary>Whether the member is an array, which tells events apart by all that it holds.</summary>
    public bool IsArray { get; init; }
}

/// <summary>An element of a list of the value that belongs to an event.</summary>
internal sealed record LookupModel
{
    /// <summary>The name of the context's property.</summary>
    public required string ClrName { get; init; }

    /// <summary>What it is, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>The slots of the objects between the value and the list; empty when the value itself has the list.</summary>
    public required EquatableArray<int> OwnerSlots { get; init; }

    /// <summary>The slot of the list in the view that has it.</summary>
    public required int ListSlot { get; init; }

    /// <summary>The C# name of the list's element type.</summary>
    public required MemberType ListType { get; init; }

    /// <summary>Pairs of members: the element's member equals the event's member; the first pair that matches wins.</summary>
    public required EquatableArray<LookupPair> Pairs { get; init; }
}

/// <summary>Two members whose values tie an element to an event.</summary>
internal sealed record LookupPair
{
    /// <summary>The member of the list's element, as on the wire.</summary>
    public required string Element { get; init; }

    /// <summary>The slot of the event's member.</summary>
    public required int EventSlot { get; init; }
}
