using Microsoft.Playwright;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>A real Chromium without a window, that of the machine. Tests that need it fail where it is missing.</summary>
public sealed class Browser : IAsyncLifetime
{
    internal const string Collection = "browser";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a browser without memory of others, which reaches this machine alone.</summary>
    internal async Task<IBrowserContext> OpenAsync() => await _browser!.NewContextAsync();

    public async Task InitializeAsync()
    {
        string[] places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        string executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no Chromium on this machine. Install it (apt-get install chromium) or set CHROMIUM to its path.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
