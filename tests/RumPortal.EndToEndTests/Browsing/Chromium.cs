using Microsoft.Playwright;

namespace RumPortal.EndToEndTests.Browsing;

/// <summary>The browser that is installed on the machine, driven by what the NuGet package brings; one for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    /// <summary>How long a condition of a page may take to come true on a busy machine.</summary>
    public const int PatienceMilliseconds = 30_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable)) throw new InvalidOperationException($"{Executable} is missing; Debian's package chromium has it, and tests/run.sh installs it.");
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A browser profile of its own with one page.</summary>
    public async Task<Visit> VisitAsync(VisitOptions options)
    {
        var browser = _browser ?? throw new InvalidOperationException("The browser was not started.");
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = options.Site.AbsoluteUri,
            ViewportSize = new() { Width = options.Width, Height = 900 },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            TimezoneId = options.TimeZone,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        await context.Tracing.StartAsync(new() { Snapshots = true });
        return new Visit(context, await context.NewPageAsync(), options);
    }
}
