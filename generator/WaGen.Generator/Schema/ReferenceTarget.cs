namespace WaGen.Generator.Schema;

/// <summary>Where a <c>$ref</c> leads: to a definition of its own file, or to an address of another one.</summary>
/// <param name="definition">The name of the definition; null when the fragment is none of ours, or the definition is in another file.</param>
/// <param name="address">The address as all files write it, however it is escaped; null when the reference stays in its file.</param>
internal sealed class ReferenceTarget(string? definition, string? address)
{
    private const string Prefix = "#/$defs/";

    public string? Definition { get; } = definition;

    public string? Address { get; } = address;

    /// <summary>Reads a reference; one that is no address at all stays in its file, where nothing has its name.</summary>
    /// <param name="text">The reference as written.</param>
    /// <param name="file">The <c>$id</c> of the file that it stands in.</param>
    public static ReferenceTarget Of(string text, Uri file)
    {
        if (text.StartsWith(Prefix, StringComparison.Ordinal) && IsPlain(text))
        {
            return new ReferenceTarget(text.Substring(Prefix.Length), address: null);
        }

        if (!Uri.TryCreate(file, text, out Uri? target))
        {
            return new ReferenceTarget(definition: null, address: null);
        }

        string fragment = Uri.UnescapeDataString(target.Fragment);
        if (Uri.Compare(target, file, UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.SafeUnescaped, StringComparison.Ordinal) != 0)
        {
            return new ReferenceTarget(definition: null, target.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped) + fragment);
        }

        return new ReferenceTarget(fragment.StartsWith(Prefix, StringComparison.Ordinal) ? fragment.Substring(Prefix.Length) : null, address: null);
    }

    /// <summary>Whether a definition's name says itself what it is: most do, and need no look at escapes.</summary>
    private static bool IsPlain(string text)
    {
        for (int i = Prefix.Length; i < text.Length; i++)
        {
            if (text[i] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
