using Microsoft.Playwright;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>A stand-in for Meta: an SDK that opens a window, and the window, which plays what a test tells it. Everything else in the network is cut off.</summary>
internal sealed class MetaWindow(SignupApp app)
{
    public const string Host = "https://www.facebook.com";

    // The SDK hears of the code from the window by a message of its own, as the real one does.
    private const string Sdk =
        """
        (() => {
          let answer = null;
          window.addEventListener('message', (event) => {
            if (event.data && event.data.sdk) {
              answer(event.data.sdk);
            }
          });
          window.FB = {
            init(options) { window.initOptions = options; },
            login(callback, options) {
              answer = callback;
              window.loginOptions = options;
              window.open(window.windowAddress ?? 'https://www.facebook.com/window', 'meta', 'popup,width=600,height=600');
            },
          };
          window.fbAsyncInit();
        })();
        """;

    /// <summary>Gets what the window does, as JavaScript.</summary>
    public string Script { get; init; } = string.Empty;

    /// <summary>Gets a value indicating whether the SDK is blocked.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Gets the addresses that were asked for and cut off.</summary>
    public List<string> CutOff { get; } = [];

    /// <summary>The script of a window that posts session info.</summary>
    public static string Session(string json) => $"opener.postMessage({System.Text.Json.JsonSerializer.Serialize(json)}, '*');";

    /// <summary>The script of a window that answers the SDK.</summary>
    public static string Callback(string? code) =>
        $"opener.postMessage({{ sdk: {(code is null ? "{ status: 'unknown', authResponse: null }" : $"{{ status: 'connected', authResponse: {{ code: '{code}' }} }}")} }}, '*');";

    /// <summary>Opens the page of the application.</summary>
    public async Task<IPage> OpenAsync(IBrowserContext browser)
    {
        await browser.RouteAsync("**/*", RouteAsync);
        IPage page = await browser.NewPageAsync();
        await page.GotoAsync(app.Page.AbsoluteUri);
        return page;
    }

    /// <summary>Presses the button and waits for the result.</summary>
    public static async Task<string> ConnectAsync(IPage page)
    {
        await page.ClickAsync("#connect:enabled");
        await page.WaitForSelectorAsync("#signup[data-result]");
        return (await page.GetAttributeAsync("#signup", "data-result"))!;
    }

    private Task RouteAsync(IRoute route)
    {
        string address = route.Request.Url;
        if (address.StartsWith(app.Origin, StringComparison.Ordinal))
        {
            return route.ContinueAsync();
        }

        if (address == "https://connect.facebook.net/en_US/sdk.js" && !IsBlocked)
        {
            return route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Body = Sdk, Headers = AnyOrigin() });
        }

        if (address.EndsWith("/window", StringComparison.Ordinal))
        {
            return route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = $"<!DOCTYPE html><script>{Script}\nwindow.close();</script>" });
        }

        CutOff.Add(address);
        return route.AbortAsync();
    }

    private static Dictionary<string, string> AnyOrigin() => new(StringComparer.Ordinal) { ["Access-Control-Allow-Origin"] = "*" };
}
