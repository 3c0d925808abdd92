namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>Who comes, with what, to which app. Drawn once for a session.</summary>
internal sealed record Visitor
{
    private const double StagingShare = 0.04;
    private const double SkewedShare = 0.07;
    private const double LateSignInShare = 0.2;

    public required AppProfile App { get; init; }

    public required string Version { get; init; }

    public FaroSdk Sdk => App.Releases.FirstOrDefault(release => release.Version == Version)?.Sdk ?? FaroSdk.Current;

    public required string Environment { get; init; }

    public required BrowserProfile Browser { get; init; }

    public required Device Device { get; init; }

    /// <summary>Null for somebody who never signs in.</summary>
    public required Person? Person { get; init; }

    /// <summary>Number of pages before the person is known; 0 = from the start.</summary>
    public required int SignsInAfter { get; init; }

    /// <summary>How far the browser's clock is ahead.</summary>
    public required TimeSpan Skew { get; init; }

    public static Visitor Draw(Storyline story, DateTimeOffset start, SeededRandom random)
    {
        var app = random.Pick(AppProfile.All, a => a.Weight);
        var browser = random.Pick(BrowserProfile.All, b => b.Weight);
        var staging = random.Chance(StagingShare);
        var person = random.Chance(app.AnonymousShare) ? null : random.Pick(Person.All);
        return new Visitor
        {
            App = app,
            Version = staging ? app.StagingVersion : story.Version(app, start, random),
            Environment = staging ? "staging" : "production",
            Browser = browser,
            Device = Device.For(browser, person?.Language, random),
            Person = person,
            SignsInAfter = person is not null && random.Chance(LateSignInShare) ? random.Between(1, 3) : 0,
            Skew = random.Chance(SkewedShare) ? DrawSkew(random) : TimeSpan.Zero,
        };
    }

    /// <summary>Somebody at a desk with an honest clock, on the newest release.</summary>
    public static Visitor Staff(AppProfile app, Person person, SeededRandom random) => new()
    {
        App = app,
        Version = app.Releases[^1].Version,
        Environment = "production",
        Browser = BrowserProfile.All[0],
        Device = Device.For(BrowserProfile.All[0], person.Language, random),
        Person = person,
        SignsInAfter = 0,
        Skew = TimeSpan.Zero,
    };

    // Minutes for a clock that drifts, whole hours for a wrong zone.
    private static TimeSpan DrawSkew(SeededRandom random)
    {
        var size = random.Chance(0.7) ? TimeSpan.FromSeconds(random.Between(60, 1500)) : TimeSpan.FromHours(random.Between(1, 8));
        return random.Chance(0.5) ? size : -size;
    }
}
