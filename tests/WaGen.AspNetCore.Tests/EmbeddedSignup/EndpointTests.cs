using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup;

public sealed class EndpointTests
{
    [Fact]
    public async Task The_page_may_do_nothing_but_what_it_needs()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        SignupBrowserPage page = await SignupBrowserPage.OpenAsync(app);

        Assert.Equal(
            "default-src 'none'; script-src 'self' https://connect.facebook.net; style-src 'self'; connect-src 'self' https://*.facebook.com; img-src https://*.facebook.com; " +
            "frame-src https://*.facebook.com; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            page.Response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", page.Response.Headers.GetValues("X-Content-Type-Options").Single());
        string cookie = page.Response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(page.Cookie.Split('=')[1], page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(SignupApp.Secret, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_and_ancestors_are_the_applications()
    {
        await using SignupApp app = await SignupApp.StartAsync(static options =>
        {
            options.Language = "de";
            options.Texts["button"] = "Weiter <mit> \"Facebook\"";
            options.FrameAncestors.Add("https://portal.münchen.example");
            options.PrepareLaunch = static (context, launch) => new(launch with { SolutionId = context.Request.Query["solution"] });
        });
        HttpResponseMessage response = await app.Client.GetAsync(SignupApp.Path + "?solution=31");
        string html = await response.Content.ReadAsStringAsync();

        Assert.Contains("<html lang=\"de\">", html, StringComparison.Ordinal);
        Assert.Contains("Weiter &lt;mit&gt; &quot;Facebook&quot;</button>", html, StringComparison.Ordinal);
        Assert.Contains("&quot;solutionID&quot;:&quot;31&quot;", html, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors https://portal.xn--mnchen-3ya.example", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signup.js", "text/javascript")]
    [InlineData("/signup.css", "text/css")]
    public async Task Script_and_style_are_files_of_their_own(string file, string type)
    {
        await using SignupApp app = await SignupApp.StartAsync();
        HttpResponseMessage response = await app.Client.GetAsync(SignupApp.Path + file);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_request_of_the_page_onboards_and_tells_how_it_went()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        SignupBrowserPage page = await SignupBrowserPage.OpenAsync(app);

        HttpResponseMessage response = await app.Client.SendAsync(page.Post(app, session: $$$"""{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","data":{"waba_id":"{{{SignupApp.Account}}}"}}"""));

        string text = await response.Content.ReadAsStringAsync();
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("completed", json.RootElement.GetProperty("result").GetString());
        Assert.Equal("exchange-code", json.RootElement.GetProperty("steps")[0].GetProperty("step").GetString());
        Assert.DoesNotContain(SignupApp.CustomerToken, text, StringComparison.Ordinal);
        Assert.Equal(EmbeddedSignupFinish.WithNumber, Assert.Single(app.Record.Completed).Report.Kind);
    }

    [Fact]
    public async Task Without_a_code_the_application_is_told_why()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        SignupBrowserPage page = await SignupBrowserPage.OpenAsync(app);

        HttpResponseMessage response = await app.Client.SendAsync(page.Post(app, code: null, session: """{"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","data":{"current_step":"PERMISSIONS"}}"""));

        Assert.Contains("\"cancelled\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("PERMISSIONS", Assert.IsType<EmbeddedSignupCancelled>(Assert.Single(app.Record.Cancelled)).CurrentStep);
        Assert.Empty(app.Calls());
    }

    public static TheoryData<string, int> Refused() => new()
    {
        { "no origin", 403 }, { "other origin", 403 }, { "two origins", 403 }, { "no cookie", 403 }, { "other cookie", 403 }, { "no state", 403 }, { "state of another page", 403 },
        { "broken state", 403 }, { "old state", 403 }, { "no JSON", 415 }, { "form", 415 }, { "no object", 400 }, { "code with a line break", 400 }, { "large", 413 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_does_not_come_from_the_page_is_refused(string what, int status)
    {
        await using SignupApp app = await SignupApp.StartAsync();
        SignupBrowserPage page = await SignupBrowserPage.OpenAsync(app);
        using HttpRequestMessage request = page.Post(app);
        string body = await request.Content!.ReadAsStringAsync();
        switch (what)
        {
            case "no origin": request.Headers.Remove("Origin"); break;
            case "other origin": SetHeader(request, "Origin", "https://evil.example"); break;
            case "two origins": request.Headers.Add("Origin", "https://evil.example"); break;
            case "no cookie": request.Headers.Remove("Cookie"); break;
            case "other cookie": SetHeader(request, "Cookie", (await SignupBrowserPage.OpenAsync(app)).Cookie); break;
            case "no state": SetBody(request, """{"code":"1"}"""); break;
            case "state of another page": SetBody(request, body.Replace(page.State, (await SignupBrowserPage.OpenAsync(app)).State, StringComparison.Ordinal)); break;
            case "broken state": SetBody(request, body.Replace(page.State, page.State[..^2], StringComparison.Ordinal)); break;
            case "old state": app.Time.Now += TimeSpan.FromMinutes(61); break;
            case "no JSON": SetBody(request, body, "text/plain"); break;
            case "form": SetBody(request, "state=1", "application/x-www-form-urlencoded"); break;
            case "no object": SetBody(request, "[]"); break;
            case "code with a line break": SetBody(request, body.Replace(SignupApp.Code, "a\\nb", StringComparison.Ordinal)); break;
            default: SetBody(request, body.Replace(SignupApp.Code, new string('a', 20_000), StringComparison.Ordinal)); break;
        }

        using HttpResponseMessage response = await app.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(app.Calls());
        Assert.DoesNotContain(app.Logs.Entries, entry => entry.Text.Contains(SignupApp.Code, StringComparison.Ordinal) || entry.Text.Contains(page.State, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_tabs_of_a_browser_share_a_cookie()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        SignupBrowserPage first = await SignupBrowserPage.OpenAsync(app);
        SignupBrowserPage second = await SignupBrowserPage.OpenAsync(app, first.Cookie);

        Assert.Equal(first.Cookie, second.Cookie);
        Assert.NotEqual(first.State, second.State);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.SendAsync(first.Post(app))).StatusCode);
    }

    [Fact]
    public async Task Too_many_requests_of_an_address_are_refused_until_the_minute_ends()
    {
        await using SignupApp app = await SignupApp.StartAsync(static options => options.RequestsPerMinute = 2);
        SignupBrowserPage page = await SignupBrowserPage.OpenAsync(app);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.Client.SendAsync(page.Post(app, code: null))).StatusCode);
        }

        using HttpResponseMessage refused = await app.Client.SendAsync(page.Post(app, code: null));
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (refused.StatusCode, refused.Headers.GetValues("Retry-After").Single()));

        app.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.SendAsync(page.Post(app, code: null))).StatusCode);
    }

    [Fact]
    public async Task Mistakes_of_the_setup_stop_the_host()
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => SignupApp.StartAsync(
            static options =>
            {
                options.Launch = null;
                options.Origin = new Uri("https://example.com/path");
                options.SdkAddress = new Uri("http://example.com/sdk.js");
                options.SessionWait = TimeSpan.FromMinutes(1);
                options.StateLifetime = TimeSpan.Zero;
                options.MaxBodyBytes = 0;
                options.RequestsPerMinute = 0;
                options.FrameAncestors.Add("example.com");
            },
            static builder => builder.Services.Configure<WhatsAppClientOptions>(static options => options.AppId = null)));

        Assert.Equal(
            ["Embedded", "Launch", "SessionWait", "StateLifetime", "MaxBodyBytes", "RequestsPerMinute", "Origin", "SdkAddress", "Each"],
            exception.Failures.Select(static failure => failure.Split(' ')[0]));
    }

    [Fact]
    public void Nothing_is_mapped_without_services()
    {
        WebApplication application = WebApplication.CreateBuilder().Build();

        Assert.Contains("AddEmbeddedSignup", Assert.Throws<InvalidOperationException>(() => application.MapEmbeddedSignup("/x")).Message, StringComparison.Ordinal);
    }

    private static void SetHeader(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.Add(name, value);
    }

    private static void SetBody(HttpRequestMessage request, string body, string type = "application/json") => request.Content = new StringContent(body, Encoding.UTF8, type);
}
