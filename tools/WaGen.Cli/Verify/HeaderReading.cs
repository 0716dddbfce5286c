using System.Globalization;

namespace WaGen.Cli.Verify;

/// <summary>A signature as somebody has copied it.</summary>
/// <param name="Signature">The signature; null when the text holds none.</param>
/// <param name="Remarks">What is wrong with the text, as sentences.</param>
internal sealed record HeaderReading(WebhookSignature? Signature, IReadOnlyList<string> Remarks)
{
    private const string Prefix = "sha256=";
    private const string Name = "X-Hub-Signature-256";
    private const int Digits = WebhookSignature.Size * 2;
    private const int Sha1Digits = 40;

    public static HeaderReading Read(string text)
    {
        var remarks = new List<string>();
        string rest = text.Trim();
        if (rest.StartsWith(Name + ":", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[(Name.Length + 1)..].TrimStart();
        }

        string digits = rest;
        if (rest.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            digits = rest[Prefix.Length..];
            if (!rest.StartsWith(Prefix, StringComparison.Ordinal))
            {
                remarks.Add($"The header must start with '{Prefix}' in lower case; an endpoint refuses this one.");
            }
        }

        string hex = digits.StartsWith("sha1=", StringComparison.OrdinalIgnoreCase) ? digits["sha1=".Length..] : digits;
        if (hex.Length == Sha1Digits && hex.All(char.IsAsciiHexDigit))
        {
            remarks.Add($"This is a SHA-1 signature, from the header X-Hub-Signature: take the one from {Name}.");
        }
        else if (digits.FirstOrDefault(static c => !char.IsAsciiHexDigit(c)) is var strange && strange != default)
        {
            remarks.Add($"The signature is malformed: '{strange}' is no hexadecimal digit. It has the form {Prefix} and {Digits} hexadecimal digits; copy the whole value of {Name}.");
        }
        else if (digits.Length != Digits)
        {
            remarks.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The signature is malformed: it has {digits.Length} hexadecimal digits instead of {Digits}. Copy the whole value of {Name}."));
        }
        else if (WebhookSignature.TryParse(Prefix + digits, out WebhookSignature signature))
        {
            return new HeaderReading(signature, remarks);
        }

        return new HeaderReading(null, remarks);
    }
}
