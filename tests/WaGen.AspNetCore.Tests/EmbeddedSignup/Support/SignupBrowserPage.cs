using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>What a browser has of the page, without a browser: its cookie and its state.</summary>
internal sealed partial record SignupBrowserPage(string Cookie, string State, string Html, HttpResponseMessage Response)
{
    public static async Task<SignupBrowserPage> OpenAsync(SignupApp app, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SignupApp.Path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        HttpResponseMessage response = await app.Client.SendAsync(request);
        string html = await response.Content.ReadAsStringAsync();
        string settings = WebUtility.HtmlDecode(Settings().Match(html).Groups["settings"].Value);
        using JsonDocument json = JsonDocument.Parse(settings);
        return new SignupBrowserPage(response.Headers.GetValues("Set-Cookie").Single().Split(';')[0], json.RootElement.GetProperty("state").GetString()!, html, response);
    }

    /// <summary>The request that the page's script makes.</summary>
    public HttpRequestMessage Post(SignupApp app, string? code = SignupApp.Code, string? session = null)
    {
        string body = JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = State, ["code"] = code, ["session"] = session });
        var request = new HttpRequestMessage(HttpMethod.Post, SignupApp.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", app.Origin);
        request.Headers.Add("Cookie", Cookie);
        return request;
    }

    [GeneratedRegex("data-settings=\"(?<settings>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Settings();
}
