using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>
/// What happens when: releases and incidents, all told backwards from the moment the sandbox starts, so that a short history holds them
/// too.
/// </summary>
internal sealed class Storyline(DateTimeOffset anchor)
{
    // Open tabs and caches keep a part of the visitors on old code.
    private const double OldReleaseShare = 0.2;
    private static readonly TimeSpan RollOut = TimeSpan.FromMinutes(45);

    private readonly Incident[] _incidents =
    [
        new("account-portal", AccountPortal.LoginUrl, anchor.AddHours(-5), anchor.AddHours(-4.4), 503, 0.45),
        new("shop-web", "https://api.example.test/search", anchor.AddHours(-11), anchor.AddHours(-10.6), 500, 0.35),
        new("shop-web", "https://pay.thirdparty.test", anchor.AddMinutes(-38), anchor.AddMinutes(-30), 504, 0.5),
    ];

    // Somebody of the shop's own staff draws reports, whose traces are unusually large.
    private readonly (DateTimeOffset At, ServiceWork Work)[] _exports = [(anchor.AddMinutes(-26), Work.Export), (anchor.AddMinutes(-52), Work.Recurse)];

    /// <summary>What the service does for the reports that are drawn in the minute after an instant.</summary>
    public IEnumerable<ServiceWork> ExportsStartingIn(DateTimeOffset minute) =>
        from export in _exports
        where export.At >= minute && export.At < minute.AddMinutes(1)
        select export.Work;

    /// <summary>
    /// The version a visitor of production gets at a moment: mostly the newest deployed, which takes over during its roll-out.
    /// </summary>
    public string Version(AppProfile app, DateTimeOffset at, SeededRandom random)
    {
        var version = app.Releases[0].Version;
        foreach (var release in app.Releases.Skip(1))
        {
            var age = at - (anchor - release.Age);
            var progress = Math.Clamp(age / RollOut, 0, 1);
            if (random.Chance(progress * (1 - OldReleaseShare))) version = release.Version;
        }

        return version;
    }

    /// <summary>The status of a request.</summary>
    public int Status(AppProfile app, string url, DateTimeOffset at, SeededRandom random)
    {
        foreach (var incident in _incidents)
            if (incident.Hits(app.Name, url, at) && random.Chance(incident.FailureShare)) return incident.Status;
        if (!random.Chance(0.012)) return 200;
        return random.Pick([404, 500, 502, 503, 429, 401, 0]);
    }
}
