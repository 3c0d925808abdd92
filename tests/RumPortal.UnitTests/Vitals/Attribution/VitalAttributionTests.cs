using RumPortal.Domain.Vitals.Attribution;

namespace RumPortal.UnitTests.Vitals.Attribution;

public sealed class VitalAttributionTests
{
    [Fact]
    public void Elements_OverTheGoodLimit_AreOrderedByWhatTheyCost()
    {
        var why = VitalAttribution.Of(
            [
                ReportSamples.Of("lcp", 3500, "img.hero"), ReportSamples.Of("lcp", 4500, "img.hero"), ReportSamples.Of("lcp", 7500, "h1"),
                ReportSamples.Of("lcp", 2500, "p.fine"), ReportSamples.Of("lcp", 4500), ReportSamples.Of("inp", 9000, "button"),
            ],
            "lcp");

        Assert.Equal((5, 4), (why.Count, why.Attributed));
        // 1000 + 2000, 5000 and 2000 without an element are beyond the limit of 2500.
        Assert.Equal([new AttributedElement("h1", 1, 0.5), new AttributedElement("img.hero", 2, 0.3)], why.Elements);
        Assert.Empty(why.Scripts);
    }

    [Fact]
    public void Elements_OfGoodReports_AreNone()
    {
        var why = VitalAttribution.Of([ReportSamples.Of("cls", 0.1, "div"), ReportSamples.Of("cls", 0, "div")], "cls");

        Assert.Equal((2, 2, 0), (why.Count, why.Attributed, why.Elements.Length));
    }

    [Fact]
    public void Elements_OfManySelectors_AreTheSixCostliest()
    {
        var why = VitalAttribution.Of(Enumerable.Range(1, 20).Select(i => ReportSamples.Of("inp", 200 + i, $"b{i:00}")), "inp");

        Assert.Equal(["b20", "b19", "b18", "b17", "b16", "b15"], why.Elements.Select(element => element.Selector));
    }

    [Fact]
    public void Parts_OfReports_ArePercentilesEachInTheirOrder()
    {
        var why = VitalAttribution.Of(
            [
                ReportSamples.Of("lcp", 900, parts: [("time_to_first_byte", 100), ("element_render_delay", 800)]),
                ReportSamples.Of("lcp", 900, parts: [("time_to_first_byte", 200), ("element_render_delay", 0)]),
                ReportSamples.Of("lcp", 900, parts: [("time_to_first_byte", 400)]), ReportSamples.Of("lcp", 900),
            ],
            "lcp");

        // Linear between ranks: three quarters of two steps are one and a half.
        Assert.Equal([new AttributedPart("time_to_first_byte", 300), new AttributedPart("element_render_delay", 600)], why.Parts);
        Assert.Equal((4, 3), (why.Count, why.Attributed));
    }

    [Fact]
    public void Scripts_OfInteractions_AreOrderedByTheirTimeAndNamedByTheBestThatIsTold()
    {
        var why = VitalAttribution.Of(
            [
                ReportSamples.Of("inp", 300, script: ReportSamples.Script(100, "https://a.test/a.js", "BUTTON.onclick")),
                ReportSamples.Of("inp", 300, script: ReportSamples.Script(150, "https://a.test/a.js")),
                ReportSamples.Of("inp", 300, script: ReportSamples.Script(200, null, "BUTTON.onclick", "event-listener")),
                ReportSamples.Of("inp", 300, script: ReportSamples.Script(null, null, null, "user-callback")),
                ReportSamples.Of("inp", 300, script: ReportSamples.Script(900)),
            ],
            "inp");

        Assert.Equal(
            [new AttributedScript("https://a.test/a.js", 2, 250), new AttributedScript("BUTTON.onclick", 1, 200), new AttributedScript("user-callback", 1, 0)], why.Scripts);
    }

    [Fact]
    public void Attribution_OfNoReport_IsEmpty()
    {
        var why = VitalAttribution.Of([], "ttfb");

        Assert.Equal((0, 0, 0, 0, 0), (why.Count, why.Attributed, why.Parts.Length, why.Elements.Length, why.Scripts.Length));
    }
}
