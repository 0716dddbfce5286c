using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WaGen.Testing;

namespace PartnerPortal.Demo;

/// <summary>Does what a browser does with the signup page: gets it, keeps the cookie, and sends what the window of Meta gave.</summary>
internal sealed partial class SignupBrowser : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _page;
    private string? _state;

    public SignupBrowser(Uri portal)
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() });
        _page = new Uri(portal, PortalApp.SignupPath);
    }

    /// <summary>Opens the page.</summary>
    /// <returns>The policy that the page comes with.</returns>
    public async Task<string> OpenAsync()
    {
        using HttpResponseMessage response = await _http.GetAsync(_page);
        string page = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        _state = (string?)JsonNode.Parse(WebUtility.HtmlDecode(Settings().Match(page).Groups["json"].Value))?["state"];
        return string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
    }

    /// <summary>Sends the code, and what the window told, when the customer is through.</summary>
    public async Task<SignupResult> FinishAsync(string code, FakeAccount account, FakeNumber number)
    {
        var session = new JsonObject
        {
            ["type"] = "WA_EMBEDDED_SIGNUP",
            ["event"] = "FINISH",
            ["version"] = 3,
            ["data"] = new JsonObject { ["phone_number_id"] = number.Id, ["waba_id"] = account.Id, ["business_id"] = account.Business.Id },
        };
        return await PostAsync(code, session);
    }

    /// <summary>Sends what the window told when the customer has left it.</summary>
    public async Task<SignupResult> CancelAsync(string step) => await PostAsync(code: null, new JsonObject
    {
        ["type"] = "WA_EMBEDDED_SIGNUP",
        ["event"] = "CANCEL",
        ["version"] = 3,
        ["data"] = new JsonObject { ["current_step"] = step },
    });

    public void Dispose() => _http.Dispose();

    private async Task<SignupResult> PostAsync(string? code, JsonObject session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _page)
        {
            Content = JsonContent.Create(new JsonObject { ["state"] = _state, ["code"] = code, ["session"] = session.ToJsonString() }),
        };
        request.Headers.Add("Origin", _page.GetLeftPart(UriPartial.Authority));
        using HttpResponseMessage response = await _http.SendAsync(request);
        using JsonDocument answer = JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return new SignupResult(
            answer.RootElement.GetProperty("result").GetString(),
            answer.RootElement.GetProperty("steps").EnumerateArray().ToDictionary(
                static step => step.GetProperty("step").GetString()!, static step => step.GetProperty("state").GetString(), StringComparer.Ordinal));
    }

    [GeneratedRegex("data-settings=\"(?<json>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Settings();
}
