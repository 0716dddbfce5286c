using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WaGen.AspNetCore;

/// <summary>Writes the page and says what it may do.</summary>
internal static class SignupPage
{
    private const string Meta = "https://*.facebook.com";

    /// <summary>The policy of the page: scripts from here and from Meta's SDK alone, none within the page.</summary>
    public static string ContentSecurityPolicy(EmbeddedSignupOptions options)
    {
        string sdk = OriginOf(options.SdkAddress);
        string ancestors = options.FrameAncestors.Count == 0 ? "'none'" : string.Join(' ', options.FrameAncestors.Select(static text => OriginOf(new Uri(text))));
        return $"default-src 'none'; script-src 'self' {sdk}; style-src 'self'; connect-src 'self' {Meta}; img-src {Meta}; frame-src {Meta}; " +
            $"base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}";
    }

    /// <summary>The origin of an address as browsers write it: international names in letters of ASCII.</summary>
    public static string OriginOf(Uri address)
    {
        string host = address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;
        return address.IsDefaultPort ? $"{address.Scheme}://{host}" : string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}");
    }

    /// <summary>The page.</summary>
    /// <param name="options">Texts and times.</param>
    /// <param name="launch">How the flow is launched, as JSON.</param>
    /// <param name="init">How the SDK is prepared, as JSON.</param>
    /// <param name="address">The path of the page.</param>
    /// <param name="state">What the page sends back.</param>
    public static string Write(EmbeddedSignupOptions options, string launch, string init, PathString address, string state)
    {
        HtmlEncoder html = HtmlEncoder.Default;
        string path = html.Encode(address.ToUriComponent());
        return $"""
            <!DOCTYPE html>
            <html lang="{html.Encode(options.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text("title")}</title>
            <link rel="stylesheet" href="{path}/signup.css">
            <script src="{path}/signup.js" defer></script>
            </head>
            <body>
            <main id="signup" data-settings="{html.Encode(Settings(options, launch, init, address, state))}">
            <h1>{Text("title")}</h1>
            <p id="introduction">{Text("introduction")}</p>
            <noscript><p>{Text("noscript")}</p></noscript>
            <p><button id="connect" type="button" aria-describedby="introduction" disabled>{Text("button")}</button></p>
            <p id="status" role="status" aria-live="polite">{Text("loading")}</p>
            <ol id="steps"></ol>
            </main>
            </body>
            </html>

            """;

        string Text(string name) => html.Encode(options.Texts.TryGetValue(name, out string? text) ? text : string.Empty);
    }

    private static string Settings(EmbeddedSignupOptions options, string launch, string init, PathString address, string state)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("address"u8, address.ToUriComponent());
            json.WriteString("state"u8, state);
            json.WriteString("sdk"u8, options.SdkAddress.AbsoluteUri);
            json.WriteNumber("wait"u8, (long)options.SessionWait.TotalMilliseconds);
            json.WritePropertyName("init"u8);
            json.WriteRawValue(init);
            json.WritePropertyName("login"u8);
            json.WriteRawValue(launch);
            json.WriteStartObject("texts"u8);
            foreach ((string name, string text) in options.Texts)
            {
                json.WriteString(name, text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
