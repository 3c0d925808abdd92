namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A browser on an operating system, as the SDK reports the pair.</summary>
internal sealed record BrowserProfile
{
    /// <summary>
    /// Seven pairs. Arc names itself here although its real user agent is Chrome's: that browser names can be told apart is this
    /// generator's story.
    /// </summary>
    public static IReadOnlyList<BrowserProfile> All { get; } =
    [
        new()
        {
            Name = "Chrome", Version = "141.0.0.0", OsName = "Windows", OsVersion = "10", Weight = 31, Slowness = 1.0,
            UserAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
            ReportsLayoutShift = true,
        },
        new()
        {
            Name = "Edge", Version = "141.0.0.0", OsName = "Windows", OsVersion = "10", Weight = 11, Slowness = 1.05,
            UserAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
            ReportsLayoutShift = true,
        },
        new()
        {
            Name = "Safari", Version = "26.0", OsName = "Mac OS", OsVersion = "10.15.7", Weight = 13, Slowness = 0.85,
            UserAgent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
        },
        new()
        {
            Name = "Arc", Version = "141.0.0.0", OsName = "Mac OS", OsVersion = "10.15.7", Weight = 10, Slowness = 0.9,
            UserAgent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Arc/1.94",
            ReportsLayoutShift = true,
        },
        new()
        {
            Name = "Firefox", Version = "144.0", OsName = "Linux", OsVersion = "unknown", Weight = 6, Slowness = 1.1,
            UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0",
        },
        new()
        {
            Name = "Mobile Safari", Version = "26.0", OsName = "iOS", OsVersion = "18.6", Weight = 17, Slowness = 1.2,
            UserAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
            IsMobile = true,
        },
        new()
        {
            Name = "Chrome", Version = "141.0.0.0", OsName = "Android", OsVersion = "15", Weight = 12, Slowness = 1.55,
            UserAgent = "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
            IsMobile = true,
            ReportsLayoutShift = true,
        },
    ];

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string OsName { get; init; }

    public required string OsVersion { get; init; }

    public required string UserAgent { get; init; }

    /// <summary>Share of visitors, in percent.</summary>
    public required double Weight { get; init; }

    /// <summary>Factor on all load times.</summary>
    public required double Slowness { get; init; }

    public bool IsMobile { get; init; }

    /// <summary>Only Chromium measures CLS.</summary>
    public bool ReportsLayoutShift { get; init; }

    public string Os => $"{OsName} {OsVersion}";

    public bool IsArcOnMac => Name == "Arc" && OsName == "Mac OS";
}
