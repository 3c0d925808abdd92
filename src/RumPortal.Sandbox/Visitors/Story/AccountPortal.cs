namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>Where customers manage their account; nearly everyone is signed in, and a login incident is part of the story.</summary>
internal static class AccountPortal
{
    private const string Api = "https://id.example.test";
    public const string LoginUrl = Api + "/login";

    public static AppProfile Profile { get; } = new()
    {
        Name = "account-portal",
        Namespace = "identity",
        Origin = new Uri("https://account.example.test"),
        Weight = 25,
        IsSinglePage = true,
        AnonymousShare = 0.08,
        Releases = [new("3.8.1", TimeSpan.FromDays(60)), new("3.9.0", TimeSpan.FromDays(6))],
        StagingVersion = "3.10.0-rc.2",
        Pages =
        [
            new("/login", "login", "/login")
            {
                LcpElement = "form.login>h1",
                Weight = 0.7,
                Calls = [new("GET", Api + "/providers", 90)],
                Controls = [new("input#email"), new("button#sign-in", "sign-in", new("POST", LoginUrl, 320), IsCritical: true)],
                Next = ["/overview"],
            },
            new("/overview", "overview", "/overview")
            {
                LcpElement = "section.summary>h2",
                Weight = 1.0,
                Calls = [new("GET", Api + "/me", 120), new("GET", Api + "/me/activity", 380)],
                Controls = [new("a.card")],
                Next = ["/profile", "/invoices", "/security", "/overview"],
            },
            new("/profile", "profile", "/profile")
            {
                LcpElement = "img.avatar",
                Weight = 0.9,
                Calls = [new("GET", Api + "/me", 120)],
                Controls = [new("button#save-profile", "save-profile", new("PUT", Api + "/me", 240))],
                Next = ["/overview", "/security"],
            },
            new("/invoices", "invoices", "/invoices?page={0}")
            {
                Arguments = ["1", "1", "2", "3"],
                LcpElement = "table.invoices",
                Weight = 1.3,
                Calls = [new("GET", Api + "/invoices?page={0}", 640)],
                Controls = [new("a.download", "download-invoice", new("GET", Api + "/invoices/{0}.pdf", 900))],
                Next = ["/invoices", "/overview"],
            },
            new("/security", "security", "/security")
            {
                LcpElement = "section.devices",
                Weight = 0.9,
                Calls = [new("GET", Api + "/me/devices", 210) { Fate = TraceFate.Stripped }],
                Controls = [new("button.revoke", "revoke-device", new("DELETE", Api + "/me/devices/7", 230))],
                Next = ["/overview", "/profile"],
            },
        ],
        Faults =
        [
            new("SyntaxError", "Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", 0.003)
            {
                Functions = ["parseBody", "request"],
            },
            new("Error", "Minified React error #418; visit https://react.example.test/errors/418 for the full message", 0.003)
            {
                Functions = ["hydrateRoot"],
            },
            new("NotFoundError", "Failed to execute 'removeChild' on 'Node': The node to be removed is not a child of this node.", 0.002)
            {
                Functions = ["removeChild", "commitDeletion"],
            },
        ],
        Console =
        [
            new("info", "session refreshed, expires in {0} s", 0.08, "Auth"),
            new("debug", "token age {0} s", 0.03, "Auth"),
            new("warn", "deprecated prop `variant` on <Button>", 0.03),
            new("error", "Failed to load avatar: 404", 0.01, "Avatar"),
        ],
    };
}
