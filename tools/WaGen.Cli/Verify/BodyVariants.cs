using System.Text;

namespace WaGen.Cli.Verify;

/// <summary>Undoes what editors, shells, loggers and parsers do to a body.</summary>
internal static class BodyVariants
{
    /// <summary>The largest body that is written again in all styles.</summary>
    public const int MaxRewritten = 256 << 10;

    private const string KeepBytes = "Keep the bytes of the request: read it before anything parses it, and write them to a file as they are, not by way of an editor, a shell variable or a log.";
    private const string RewrittenAdvice = "So the body was parsed and written again, or re-encoded, before it was saved or checked. " + KeepBytes;

    /// <summary>Gets the variants, the file itself first.</summary>
    public static IEnumerable<BodyVariant> Of(byte[] file)
    {
        foreach (BodyVariant start in Starts(file))
        {
            foreach (BodyVariant end in Ends(start))
            {
                yield return end;
            }
        }

        foreach (BodyVariant start in Starts(file))
        {
            if (start.Bytes.Length <= MaxRewritten && RawJson.TryParse(start.Bytes, out _))
            {
                foreach (BodyVariant rewritten in Rewritten(start))
                {
                    yield return rewritten;
                }
            }
        }
    }

    private static IEnumerable<BodyVariant> Starts(byte[] file)
    {
        yield return new BodyVariant(file, null, string.Empty);
        if (file is [0xEF, 0xBB, 0xBF, ..])
        {
            yield return new BodyVariant(file[3..], "without the byte order mark", "An editor or a shell has added it. " + KeepBytes);
        }
        else if (file is [0xFF, 0xFE, ..])
        {
            yield return new BodyVariant(Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file.AsSpan(2))), "in UTF-8", "The file is UTF-16, as some shells write it. " + KeepBytes);
        }

        int head = file.AsSpan().IndexOf("\r\n\r\n"u8);
        if (head > 0 && file.AsSpan(0, head).StartsWith("POST "u8))
        {
            yield return new BodyVariant(file[(head + 4)..], "without the lines of HTTP before it", "Only what follows the empty line is the body: cut off the rest.");
        }
    }

    private static IEnumerable<BodyVariant> Ends(BodyVariant start)
    {
        yield return start;
        byte[] bytes = start.Bytes;
        byte[] trimmed = bytes.AsSpan().TrimEnd("\r\n"u8).ToArray();
        if (trimmed.Length < bytes.Length)
        {
            yield return Next(start, trimmed, "without the line break at its end", "An editor or 'echo' has added it: save without one, for instance with 'printf %s'. " + KeepBytes);
            byte[] one = bytes.AsSpan().EndsWith("\r\n"u8) ? bytes[..^2] : bytes[..^1];
            yield return Next(start, one, "without the last line break at its end", KeepBytes);
        }

        yield return Next(start, [.. bytes, (byte)'\n'], "with a line break at its end", "Something has cut it off, as $(...) in a shell does. " + KeepBytes);
        yield return Next(start, [.. bytes, (byte)'\r', (byte)'\n'], "with a line break (CR LF) at its end", "Something has cut it off. " + KeepBytes);
        if (bytes.AsSpan().Contains((byte)'\n'))
        {
            byte[] unix = ReplaceLineBreaks(bytes, "\n");
            byte[] windows = ReplaceLineBreaks(bytes, "\r\n");
            string advice = "An editor, a version control system or a transfer in text mode has changed them. " + KeepBytes;
            yield return Next(start, unix, "with LF for all line breaks", advice);
            yield return Next(start, windows, "with CR LF for all line breaks", advice);
            yield return Next(start, unix.AsSpan().TrimEnd((byte)'\n').ToArray(), "with LF for all line breaks and none at its end", advice);
            yield return Next(start, windows.AsSpan().TrimEnd("\r\n"u8).ToArray(), "with CR LF for all line breaks and none at its end", advice);
        }
    }

    private static IEnumerable<BodyVariant> Rewritten(BodyVariant start)
    {
        byte[] json = start.Bytes.AsSpan().Trim(" \t\r\n"u8).ToArray();
        byte[] plain = JsonRewriter.Rewrite(json, new JsonStyle(JsonLayout.Minified, EscapesNonAscii: false, UpperHex: false, EscapesSlash: false, string.Empty));
        bool hasNonAscii = plain.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0xFF);
        bool hasSlash = plain.AsSpan().Contains((byte)'/');
        foreach (JsonStyle style in JsonStyle.All)
        {
            byte[] written = JsonRewriter.Rewrite(json, style);
            string how = "written " + style.Describe(hasNonAscii, hasSlash, style.AlsoEscaped.Any(c => plain.AsSpan().Contains((byte)c)));
            yield return Next(start, written, how, RewrittenAdvice);
            yield return Next(start, [.. written, (byte)'\n'], how + " and with a line break at its end", RewrittenAdvice);
        }
    }

    private static BodyVariant Next(BodyVariant start, byte[] bytes, string change, string advice) =>
        new(bytes, start.Change is null ? change : $"{start.Change} and {change}", start.Change is null ? advice : $"{start.Advice} {advice}");

    private static byte[] ReplaceLineBreaks(byte[] bytes, string with) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\n").Replace("\n", with, StringComparison.Ordinal));
}
