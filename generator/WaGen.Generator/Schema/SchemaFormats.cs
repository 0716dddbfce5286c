namespace WaGen.Generator.Schema;

/// <summary>The values of <c>format</c>.</summary>
internal static class SchemaFormats
{
    /// <summary>An identifier; the empty string reads as null.</summary>
    public const string Id = "id";

    /// <summary>A phone number; the empty string reads as null.</summary>
    public const string Phone = "phone";

    /// <summary>Seconds since 1970.</summary>
    public const string UnixTime = "unix-time";

    /// <summary>A decimal number.</summary>
    public const string Decimal = "decimal";

    /// <summary>A binary floating point number.</summary>
    public const string Double = "double";

    /// <summary>The bytes of a file.</summary>
    public const string Binary = "binary";

    /// <summary>The formats that only say what a text holds.</summary>
    private static readonly string[] Labels =
        ["base64", Binary, "country", "currency", "date", "date-time", "email", "language", "mime-type", "uri"];

    /// <summary>All formats, for messages.</summary>
    public static string All { get; } = string.Join(", ", ((string[])[Id, Phone, UnixTime, Decimal, Double]).Concat(Labels));

    public static bool IsKnown(string format) =>
        format is Id or Phone or UnixTime or Decimal or Double || Labels.Contains(format, StringComparer.Ordinal);
}
