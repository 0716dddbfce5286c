using System.Globalization;
using System.Text;

namespace WaGen.Cli.Verify;

/// <summary>Finds out why a signature does not fit.</summary>
/// <remarks>What it says holds neither the secret nor a computed signature: people paste it into tickets.</remarks>
internal static class SignatureDiagnosis
{
    private const int SecretDigits = 32;

    /// <summary>Compares a signature with a body.</summary>
    /// <returns>Whether it fits as it stands, and what there is to say.</returns>
    public static (bool Fits, IReadOnlyList<string> Lines) Diagnose(string secret, string header, byte[] body)
    {
        var reading = HeaderReading.Read(header);
        var lines = new List<string>(reading.Remarks);
        if (reading.Signature is not { } signature)
        {
            return (false, lines);
        }

        foreach ((string key, string? keyChange) in Secrets(secret))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(key);
            foreach (BodyVariant variant in BodyVariants.Of(body))
            {
                if (SignatureVerifier.Sign(bytes, variant.Bytes) != signature)
                {
                    continue;
                }

                if (variant.Change is null && keyChange is null)
                {
                    lines.Add("The signature fits: these bytes were signed with this secret.");
                    return (lines.Count == 1, lines);
                }

                Explain(lines, variant, keyChange);
                return (false, lines);
            }
        }

        DescribeNoMatch(lines, secret, body);
        return (false, lines);
    }

    private static IEnumerable<(string Key, string? Change)> Secrets(string secret)
    {
        yield return (secret, null);
        string trimmed = secret.Trim();
        if (trimmed != secret)
        {
            yield return (trimmed, "without the white space around it");
        }

        string bare = trimmed.Trim('"', '\'');
        if (bare.Length > 0 && bare != trimmed)
        {
            yield return (bare, "without the quotation marks around it");
        }

        if (!string.Equals(bare, bare.ToLowerInvariant(), StringComparison.Ordinal))
        {
            yield return (bare.ToLowerInvariant(), "in lower case");
        }
    }

    private static void Explain(List<string> lines, BodyVariant variant, string? keyChange)
    {
        lines.Add("The signature does not fit these bytes with this secret.");
        if (keyChange is not null)
        {
            lines.Add($"It fits with the secret {keyChange}: correct the secret where it is configured.");
        }

        if (variant.Change is not null)
        {
            lines.Add($"It fits the body {variant.Change}.");
            lines.Add(variant.Advice);
        }
    }

    private static void DescribeNoMatch(List<string> lines, string secret, byte[] body)
    {
        lines.Add("The signature does not fit, and none of the usual changes to a body explains it.");
        if (secret.StartsWith("EAA", StringComparison.Ordinal))
        {
            lines.Add("The secret looks like an access token. Bodies are signed with the app secret: App Dashboard, App settings, Basic.");
        }
        else if (secret.All(char.IsAsciiDigit))
        {
            lines.Add("The secret holds digits only, as the id of an app does. Bodies are signed with the app secret: App Dashboard, App settings, Basic.");
        }
        else if (secret.Length != SecretDigits || !secret.All(char.IsAsciiHexDigit))
        {
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"An app secret has {SecretDigits} hexadecimal digits, this secret is no such text ({secret.Length} characters). Is it the verify token?"));
        }
        else
        {
            lines.Add("Either the secret belongs to another app than the one whose webhook this is, or it was reset since, or the signature came with another body.");
        }

        if (body.Length == 0)
        {
            lines.Add("The file is empty: something has read the body before it was saved.");
        }
        else if (Fault(body) is { } fault)
        {
            lines.Add($"The file is no body as the platform sends it. {fault} Save the whole body and nothing else.");
        }
        else if (body.Length > BodyVariants.MaxRewritten)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Whether it was parsed and written again was not tried, because it is larger than {BodyVariants.MaxRewritten} bytes."));
        }
    }

    private static JsonFault? Fault(byte[] body) => WebhookInspection.Read(WhatsAppContract.Instance, body).Fault;
}
