namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>Documentation: a multi-page site, mostly anonymous, fast, with a document load for each page.</summary>
internal static class DocsSite
{
    private static readonly string[] Guides = ["getting-started", "installation", "sessions", "web-vitals", "alerts", "faq"];

    public static AppProfile Profile { get; } = new()
    {
        Name = "docs-site",
        Namespace = "platform",
        Origin = new Uri("https://docs.example.test"),
        Weight = 20,
        IsSinglePage = false,
        AnonymousShare = 0.9,
        Releases = [new("2.4.0", TimeSpan.FromDays(30)), new("2.5.0", TimeSpan.FromHours(30))],
        StagingVersion = "2.6.0-beta.1",
        Pages =
        [
            new("/", "home", "/")
            {
                LcpElement = "main>h1",
                Weight = 0.6,
                Controls = [new("a.card")],
                Next = ["/guide/:slug", "/guide/:slug", "/search"],
            },
            new("/guide/:slug", "guide", "/guide/{0}")
            {
                Arguments = Guides,
                LcpElement = "article>h1",
                Weight = 0.65,
                Controls = [new("nav.toc>a"), new("button.copy", "copy-snippet")],
                Next = ["/guide/:slug", "/guide/:slug", "/reference/:page", "/search"],
            },
            new("/reference/:page", "reference", "/reference/{0}")
            {
                Arguments = ["api", "cli", "config"],
                LcpElement = "article>table",
                Weight = 0.9,
                Controls = [new("summary")],
                Next = ["/reference/:page", "/guide/:slug"],
            },
            new("/search", "search", "/search?q={0}")
            {
                Arguments = ["traceparent", "cors", "%E5%8F%96%E6%A8%A3"],
                LcpElement = "ol.results",
                Weight = 0.7,
                Calls = [new("GET", "https://docs.example.test/api/search?q={0}", 340)],
                Controls = [new("input[type=\"search\"]", "search")],
                Next = ["/guide/:slug", "/reference/:page"],
            },
        ],
        Faults =
        [
            new("TypeError", "Failed to fetch", 0.004)
            {
                Functions = ["search"],
                On = p => p.View == "search",
            },
            new("SecurityError", "Failed to read the 'localStorage' property from 'Window': Access is denied for this document.", 0.003)
            {
                Functions = ["readTheme"],
            },
        ],
        Console =
        [
            new("trace", "search index loaded in {0} ms", 0.02),
            new("log", "theme=dark", 0.02),
            new("debug", "toc has {0} entries", 0.03),
            new("warn", "snippet uses a language that is not highlighted: caddyfile", 0.01),
        ],
    };
}
