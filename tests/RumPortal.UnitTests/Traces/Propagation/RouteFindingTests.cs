using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.UnitTests.Traces.Propagation;

public sealed class RouteFindingTests
{
    [Theory]
    [InlineData(29, 29, RouteState.TooFew)]
    [InlineData(30, 30, RouteState.Healthy)]
    [InlineData(30, 28, RouteState.Healthy)]
    [InlineData(30, 26, RouteState.Degraded)]
    [InlineData(30, 20, RouteState.Broken)]
    [InlineData(1000, 945, RouteState.Healthy)]
    [InlineData(1000, 930, RouteState.Degraded)]
    [InlineData(1000, 799, RouteState.Broken)]
    [InlineData(40, 0, RouteState.Broken)]
    [InlineData(0, 0, RouteState.TooFew)]
    public void State_OfARate_AllowsForChance(int requests, int linked, RouteState expected) => Assert.Equal(expected, new LinkedRate(requests, linked).State);

    [Fact]
    public void Finding_OfSamplingNoise_HasNoVerdict()
    {
        var scenario = new Scenario();
        for (var i = 0; i < 60; i++) _ = i % 20 == 0 ? scenario.Request(i * 1000) : scenario.Linked(i * 1000);

        var finding = scenario.Finding();

        Assert.Equal((PropagationVerdict.Linked, RouteState.Healthy), (finding.Verdict, finding.State));
        Assert.Null(finding.Fix);
        Assert.Null(finding.Since);
        Assert.Equal(3, finding.Counts[PropagationVerdict.NoBackendSpan]);
    }

    [Fact]
    public void Finding_OfFewRequests_IsUnsureAndSaysSo()
    {
        var scenario = new Scenario();
        scenario.Linked(50_000, Scenario.Api + "/price");
        for (var i = 0; i < 5; i++) scenario.Request(i * 1000);

        var finding = scenario.Report().Findings(RequestGrouping.Route).Single(finding => finding.Part.Route == "/cart/items");

        Assert.Equal((PropagationVerdict.NoBackendSpan, RouteState.TooFew), (finding.Verdict, finding.State));
        Assert.Equal(new Confidence(ConfidenceLevel.Low, "Only 5 requests; 30 are needed to judge a route."), finding.Confidence);
        Assert.Null(finding.Since);
    }

    [Fact]
    public void Finding_OfARelease_NamesTheVersionThatBrokeIt()
    {
        var scenario = new Scenario { Rules = new HeaderRules([], []) };
        for (var i = 0; i < 120; i++) scenario.Linked(i * 10_000, version: "117");
        for (var i = 0; i < 60; i++)
        {
            scenario.Request(1_300_000 + (i * 10_000));
            scenario.Root(1_300_010 + (i * 10_000));
        }

        var finding = scenario.Finding();

        Assert.Equal(PropagationVerdict.NotInjected, finding.Verdict);
        Assert.Equal("118", finding.Since!.Version);
        Assert.Equal(Scenario.Start.AddSeconds(1300), finding.Since.At);
        Assert.Equal((new LinkedRate(120, 120), new LinkedRate(60, 0)), (finding.Since.Before, finding.Since.After));
        Assert.Contains(new EvidenceItem("linked before 118", "120 of 120", EvidenceSign.Good), finding.Evidence);
        Assert.Contains(new EvidenceItem("linked from 118 on", "0 of 60", EvidenceSign.Bad), finding.Evidence);
        Assert.Equal(ConfidenceLevel.High, finding.Confidence!.Level);
    }

    [Fact]
    public void Finding_WithoutARelease_NamesTheStepInWhichItBegan()
    {
        var scenario = new Scenario { Rules = new HeaderRules([], []) };
        for (var i = 0; i < 120; i++) scenario.Linked(i * 10_000);
        for (var i = 0; i < 60; i++) scenario.Request(1_320_000 + (i * 10_000));

        var since = scenario.Finding().Since!;

        Assert.Null(since.Version);
        Assert.Equal(Scenario.Start.AddMinutes(22), since.At);
    }

    [Fact]
    public void Finding_OfARouteThatNeverWorked_IsAlways()
    {
        var scenario = new Scenario();
        for (var i = 0; i < 60; i++)
        {
            scenario.Request(i * 10_000, version: i < 30 ? "117" : "118");
            scenario.Root((i * 10_000) + 10);
        }

        var finding = scenario.Finding();

        Assert.True(finding.Since!.IsAlways);
        Assert.Equal(3, finding.Proofs.Length);
        Assert.All(finding.Proofs, proof => Assert.NotNull(proof.Backend));
        Assert.Equal(ConfidenceLevel.Medium, finding.Confidence!.Level);
    }

    [Theory]
    [InlineData(40, 40, RecheckState.Fixed)]
    [InlineData(10, 10, RecheckState.Waiting)]
    [InlineData(40, 25, RecheckState.Better)]
    [InlineData(40, 0, RecheckState.NotFixed)]
    public void Recheck_AfterAFix_JudgesWhatCameSince(int after, int linked, RecheckState expected)
    {
        var scenario = new Scenario();
        for (var i = 0; i < 60; i++) scenario.Request(i * 10_000);
        scenario.Linked(0, Scenario.Api + "/price");
        for (var i = 0; i < after; i++) _ = i < linked ? scenario.Linked(1_800_000 + (i * 1000)) : scenario.Request(1_800_000 + (i * 1000));

        var finding = scenario.Report().Findings(RequestGrouping.Route, Scenario.Start.AddMinutes(30)).Single(finding => finding.Part.Route == "/cart/items");

        Assert.Equal(expected, finding.Recheck!.State);
        Assert.Equal(new LinkedRate(after, linked), finding.Rate);
        Assert.Equal(new LinkedRate(60, 0), finding.Recheck.Before);
    }

    [Fact]
    public void Findings_OfSeveralRoutes_HaveTheWorstFirst()
    {
        var scenario = new Scenario();
        for (var i = 0; i < 40; i++)
        {
            scenario.Linked(i * 1000);
            scenario.Request(i * 1000, Scenario.Api + "/price");
            _ = i < 8 ? scenario.Request(i * 1000, Scenario.Api + "/login") : scenario.Linked(i * 1000, Scenario.Api + "/login");
        }
        scenario.Linked(0, Scenario.Api + "/rare");

        Assert.Equal(
            [("/price", RouteState.Broken), ("/login", RouteState.Degraded), ("/rare", RouteState.TooFew), ("/cart/items", RouteState.Healthy)],
            scenario.Report().Findings(RequestGrouping.Route).Select(finding => (finding.Part.Route!, finding.State)));
    }

    [Theory]
    [InlineData("api.example.test", "example.test")]
    [InlineData("example.test", "example.test")]
    [InlineData("shop.example.co.uk", "example.co.uk")]
    [InlineData("localhost", "localhost")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[::1]", "[::1]")]
    [InlineData("a.b.example.com.", "example.com")]
    public void Site_OfAHost_IsWhatOneOwnerRegistered(string host, string expected) => Assert.Equal(expected, SiteName.Of(host));

    [Theory]
    [InlineData("https://API.example.test/a/./b?q=1#x", "https://api.example.test", "/a/b")]
    [InlineData("http://127.0.0.1:5091/cart", "http://127.0.0.1:5091", "/cart")]
    [InlineData("https://example.test:443", "https://example.test", "/")]
    public void Address_OfARequest_HasOriginAndPath(string url, string origin, string path)
    {
        Assert.True(RequestAddress.TryParse(url, out var address));
        Assert.Equal((origin, path), (address.Origin, address.Path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("blob:https://example.test/1")]
    [InlineData("ftp://example.test/")]
    [InlineData("http://")]
    public void Address_OfAnythingElse_IsNone(string? url) => Assert.False(RequestAddress.TryParse(url, out _));
}
