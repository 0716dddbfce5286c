namespace WaGen.Tests.Generated.Schemas;

/// <summary>What a schema describes.</summary>
internal enum SchemaKind
{
    Raw,
    Object,
    Map,
    List,
    Text,
    JsonText,
    Enum,
    Id,
    Integer,
    Number,
    UnixTime,
    Boolean,
}
