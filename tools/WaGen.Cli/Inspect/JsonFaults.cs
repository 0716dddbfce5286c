using System.Globalization;

namespace WaGen.Cli.Inspect;

/// <summary>Says why a file is no JSON object.</summary>
internal static class JsonFaults
{
    /// <summary>Reads a whole file.</summary>
    /// <returns>The problem as a sentence; null when the file holds one JSON object.</returns>
    public static string? Of(byte[] body) => Of(body, body, offset: 0);

    /// <summary>Reads a text that a whole file is a part of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the file starts in the text.</param>
    /// <returns>The problem as a sentence with places of the file; null when the text is one JSON object.</returns>
    public static string? Of(byte[] text, byte[] file, int offset) => WebhookInspection.Read(WhatsAppContract.Instance, text).Fault is { } fault
        ? Describe(fault with { Position = Math.Clamp(fault.Position - offset, 0, file.Length) }, file)
        : null;

    /// <summary>Tells where a fault is and what to do about it.</summary>
    public static string Describe(JsonFault fault, byte[] body)
    {
        ReadOnlySpan<byte> before = body.AsSpan(0, Math.Min(fault.Position, body.Length));
        int line = before.Count((byte)'\n') + 1;
        int column = before.Length - before.LastIndexOf((byte)'\n');
        string hint = fault.Kind switch
        {
            JsonFaultKind.Empty => "give a file that holds a body",
            JsonFaultKind.ByteOrderMark => "save the file as UTF-8 without a byte order mark",
            JsonFaultKind.TrailingData => "give one body a file",
            JsonFaultKind.UnexpectedEnd => "check that the file was saved as a whole",
            JsonFaultKind.InvalidUtf8 => "save the file as UTF-8",
            _ when body is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "the file is UTF-16, save it as UTF-8",
            _ => "correct the file there",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{fault.Message.TrimEnd('.')} (byte {fault.Position}, line {line}, column {column}): {hint}.");
    }
}
