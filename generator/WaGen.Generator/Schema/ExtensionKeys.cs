namespace WaGen.Generator.Schema;

/// <summary>The keys of <c>x-wagen</c> and the places where they say something.</summary>
internal static class ExtensionKeys
{
    private static readonly Dictionary<string, string> Homes = new(StringComparer.Ordinal)
    {
        ["kind"] = "the top of a file",
        ["namespace"] = "the top of a file",
        ["name"] = "a type, a member, a field, an envelope, a lookup or an enumeration's value",
        ["description"] = "a lookup or an enumeration's value",
        ["aliases"] = "a field, a member or an enumeration's value",
        ["envelope"] = "the top of a field file",
        ["events"] = "the top of a field file",
        ["field"] = "the top of a field file or an envelope file",
        ["product"] = "the top of an envelope file",
        ["value"] = "the top of an envelope file or a product",
        ["entryId"] = "the top of an envelope file",
        ["path"] = "an event or the top of an envelope file",
        ["identity"] = "an event",
        ["order"] = "an event",
        ["lookups"] = "an event",
        ["in"] = "a lookup",
        ["match"] = "a lookup",
        ["element"] = "a match of a lookup",
        ["event"] = "a match of a lookup",
        ["member"] = "a product",
        ["handler"] = "an event or a variant",
        ["content"] = "a variant",
        ["discriminators"] = "an object with 'oneOf'",
        ["values"] = "an enumeration",
        ["deprecated"] = "an enumeration's value",
        ["instead"] = "a part that is deprecated",
        ["key"] = "a member",
        ["role"] = "a variant that is an event",
        ["rules"] = "an object of a payloads file",
        ["create"] = "an object of a payloads file",
        ["reply"] = "a variant of a payloads file",
        ["conversation"] = "a union of a payloads file",
        ["parameters"] = "a shorthand",
        ["optional"] = "a parameter of a shorthand",
        ["address"] = "a reply",
        ["exactlyOne"] = "a rule",
        ["atLeastOne"] = "a rule",
        ["atMostOne"] = "a rule",
        ["count"] = "a rule",
        ["unique"] = "a rule",
        ["required"] = "a rule",
        ["forbidden"] = "a rule",
        ["when"] = "a rule",
        ["is"] = "a rule's condition",
        ["whenCount"] = "a rule",
        ["above"] = "a rule",
        ["because"] = "a rule",
        ["minimum"] = "a rule",
        ["maximum"] = "a rule",
        ["quote"] = "a conversation",
    };

    /// <summary>Where a key belongs; null for a word that is no key anywhere.</summary>
    public static string? HomeOf(string key) => Homes.TryGetValue(key, out string? home) ? home : null;
}
