using Microsoft.Playwright;
using WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup;

/// <summary>The page in a real browser, with a stand-in for Meta.</summary>
[Collection(Browser.Collection)]
public sealed class BrowserTests(Browser browser)
{
    private const string Finish = $$$"""{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","version":3,"data":{"phone_number_id":{{{SignupApp.Number}}},"waba_id":"{{{SignupApp.Account}}}","business_id":"{{{SignupApp.Business}}}"}}""";
    private const string Forged = """{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","data":{"waba_id":"666"}}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customer_signs_up_in_whatever_order_the_messages_come(bool isSessionFirst)
    {
        await using SignupApp app = await SignupApp.StartAsync();
        await using IBrowserContext context = await browser.OpenAsync();
        string[] messages = [MetaWindow.Session(Finish), MetaWindow.Callback(SignupApp.Code)];
        var window = new MetaWindow(app) { Script = string.Concat(isSessionFirst ? messages : messages.Reverse()) };
        IPage page = await window.OpenAsync(context);

        Assert.Equal("completed", await MetaWindow.ConnectAsync(page));

        OnboardingReport report = Assert.Single(app.Record.Completed).Report;
        Assert.Equal((EmbeddedSignupFinish.WithNumber, SignupApp.Account, SignupApp.Business, SignupApp.Number), (report.Kind, report.WabaId, report.BusinessId, report.PhoneNumberId));
        Assert.Equal("Your account is connected.", await page.InnerTextAsync("#status"));
        Assert.Equal(report.Steps.Count + 1, await page.Locator("#steps li").CountAsync());
        Assert.Equal("Phone number registered: done", await page.InnerTextAsync("li[data-step=register-number]"));
        Assert.False(await page.IsVisibleAsync("#connect"));
        Assert.Empty(window.CutOff);
    }

    [Fact]
    public async Task The_SDK_is_launched_as_it_was_typed()
    {
        var launch = new EmbeddedSignupLaunch { ConfigurationId = "1234", Profile = new EmbeddedSignupProfile { DisplayName = "</main>\"'& Söhne" }, PreverifiedNumberIds = ["90071992547409930"] };
        await using SignupApp app = await SignupApp.StartAsync(options => options.Launch = launch);
        await using IBrowserContext context = await browser.OpenAsync();
        IPage page = await new MetaWindow(app) { Script = MetaWindow.Callback(SignupApp.Code) + MetaWindow.Session(Finish) }.OpenAsync(context);

        await MetaWindow.ConnectAsync(page);

        Assert.True(await page.EvaluateAsync<bool>("expected => JSON.stringify(window.loginOptions) === JSON.stringify(JSON.parse(expected))", launch.ToLoginJson()));
        Assert.Equal(SignupApp.AppId, await page.EvaluateAsync<string>("window.initOptions.appId"));
    }

    [Fact]
    public async Task A_customer_who_leaves_can_try_again()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        await using IBrowserContext context = await browser.OpenAsync();
        IPage page = await new MetaWindow(app)
        {
            Script = MetaWindow.Callback(code: null) + MetaWindow.Session("""{"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","data":{"current_step":"PHONE_NUMBER_SETUP"}}"""),
        }.OpenAsync(context);

        Assert.Equal("cancelled", await MetaWindow.ConnectAsync(page));
        Assert.Equal("PHONE_NUMBER_SETUP", Assert.IsType<EmbeddedSignupCancelled>(Assert.Single(app.Record.Cancelled)).CurrentStep);

        Assert.Equal("cancelled", await MetaWindow.ConnectAsync(page));
        Assert.Equal(2, app.Record.Cancelled.Count);
        Assert.Empty(app.Calls());
    }

    [Fact]
    public async Task A_failed_flow_reaches_the_application()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        await using IBrowserContext context = await browser.OpenAsync();
        IPage page = await new MetaWindow(app)
        {
            Script = MetaWindow.Session("""{"type":"WA_EMBEDDED_SIGNUP","event":"ERROR","data":{"error_message":"Oops","error_code":"1"}}""") + MetaWindow.Callback(code: null),
        }.OpenAsync(context);

        Assert.Equal("cancelled", await MetaWindow.ConnectAsync(page));
        Assert.Equal("Oops", Assert.IsType<EmbeddedSignupFailed>(Assert.Single(app.Record.Cancelled)).Error.Message);
    }

    [Fact]
    public async Task Without_session_info_the_code_is_not_kept_waiting_for_long()
    {
        await using SignupApp app = await SignupApp.StartAsync(static options => options.SessionWait = TimeSpan.FromMilliseconds(50));
        await using IBrowserContext context = await browser.OpenAsync();
        IPage page = await new MetaWindow(app) { Script = MetaWindow.Callback(SignupApp.Code) }.OpenAsync(context);

        Assert.Equal("completed", await MetaWindow.ConnectAsync(page));
        Assert.Equal(EmbeddedSignupFinish.Unknown, Assert.Single(app.Record.Completed).Report.Kind);
    }

    [Fact]
    public async Task What_other_frames_of_Meta_post_is_passed_over()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        await using IBrowserContext context = await browser.OpenAsync();
        const string Noise =
            """
            opener.postMessage('cb=f1&domain=example.com', '*'); opener.postMessage('[1]', '*'); opener.postMessage('null', '*'); opener.postMessage({ type: 'WA_EMBEDDED_SIGNUP', event: 'FINISH' }, '*');
            opener.postMessage('{"type":"OTHER","event":"FINISH"}', '*'); opener.postMessage('{"type":"WA_EMBEDDED_SIGNUP","event":"PROGRESS","data":{"screen":1}}', '*');
            """;
        IPage page = await new MetaWindow(app) { Script = Noise + MetaWindow.Callback(SignupApp.Code) + Noise + MetaWindow.Session(Finish) }.OpenAsync(context);

        Assert.Equal("completed", await MetaWindow.ConnectAsync(page));
        Assert.Equal(SignupApp.Business, Assert.Single(app.Record.Completed).Report.BusinessId);
    }

    [Theory]
    [InlineData("https://www.facebook.com.evil.example/window")]
    [InlineData("https://notfacebook.com/window")]
    [InlineData("http://www.facebook.com/window")]
    public async Task Nobody_but_Meta_is_listened_to(string address)
    {
        await using SignupApp app = await SignupApp.StartAsync(static options => options.SessionWait = TimeSpan.FromMilliseconds(50));
        await using IBrowserContext context = await browser.OpenAsync();
        IPage page = await new MetaWindow(app) { Script = MetaWindow.Session(Forged) + MetaWindow.Callback(SignupApp.Code) }.OpenAsync(context);
        await page.EvaluateAsync("address => { window.windowAddress = address; }", address);

        Assert.Equal("completed", await MetaWindow.ConnectAsync(page));
        Assert.Equal((EmbeddedSignupFinish.Unknown, SignupApp.Account), (Assert.Single(app.Record.Completed).Report.Kind, app.Record.Completed.Single().Report.WabaId));
    }

    [Fact]
    public async Task What_failed_is_shown_with_its_reason()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        await using IBrowserContext context = await browser.OpenAsync();
        app.Graph.FailNext(133005, "RegisterPhoneNumber");
        IPage page = await new MetaWindow(app) { Script = MetaWindow.Session(Finish) + MetaWindow.Callback(SignupApp.Code) }.OpenAsync(context);

        Assert.Equal("failed", await MetaWindow.ConnectAsync(page));
        Assert.StartsWith("Phone number registered: failed. The platform refused it with error 133005", await page.InnerTextAsync("li[data-state=failed]"), StringComparison.Ordinal);
        Assert.True(await page.IsEnabledAsync("#connect"));
    }

    [Fact]
    public async Task A_blocked_SDK_is_told()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        await using IBrowserContext context = await browser.OpenAsync();
        IPage page = await new MetaWindow(app) { IsBlocked = true }.OpenAsync(context);

        await page.WaitForFunctionAsync("document.getElementById('status').textContent.includes('could not be loaded')");
        Assert.False(await page.IsEnabledAsync("#connect"));
    }

    [Fact]
    public async Task The_policy_stops_scripts_in_the_page_and_of_other_hosts()
    {
        await using SignupApp app = await SignupApp.StartAsync();
        await using IBrowserContext context = await browser.OpenAsync();
        var window = new MetaWindow(app);
        IPage page = await window.OpenAsync(context);

        string[] blocked = await page.EvaluateAsync<string[]>(
            """
            () => new Promise((resolve) => {
              const found = [];
              document.addEventListener('securitypolicyviolation', (event) => {
                found.push(event.blockedURI);
                if (found.length === 2) { resolve(found); }
              });
              const inline = document.createElement('script');
              inline.textContent = 'window.ranInline = true';
              const foreign = document.createElement('script');
              foreign.src = 'https://evil.example/script.js';
              document.head.append(inline, foreign);
            })
            """);

        Assert.Equal(["https://evil.example/script.js", "inline"], blocked.Order(StringComparer.Ordinal));
        Assert.False(await page.EvaluateAsync<bool>("window.ranInline === true"));
        Assert.Empty(window.CutOff);
    }
}
