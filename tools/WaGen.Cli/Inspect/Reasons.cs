namespace WaGen.Cli.Inspect;

/// <summary>Says in words why no handler method takes an item, and what can be done.</summary>
internal static class Reasons
{
    public static string Describe(UnhandledReason reason) => reason switch
    {
        UnhandledReason.OtherProduct => "the body belongs to another product",
        UnhandledReason.MalformedEnvelope => "a part of the envelope is missing or has another JSON type than its schema says",
        UnhandledReason.UnknownField => "no schema describes the field; write one, or update WaGen",
        UnhandledReason.NoEvent => "the value of the field holds no event",
        UnhandledReason.MalformedItem => "an object is due here",
        UnhandledReason.MalformedDiscriminator => "the member that says what the item is holds no string",
        UnhandledReason.MalformedContent => "the content has another container type than its schema says",
        UnhandledReason.UnknownEvent => "no schema describes this kind of item; add it to the schema of the field, or update WaGen",
        _ => "no handler method takes it",
    };
}
