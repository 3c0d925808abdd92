using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals.Attribution;

namespace RumPortal.UnitTests.Vitals.Attribution;

public sealed class EvidenceSpreadTests
{
    [Fact]
    public void Examples_OfManySessions_SpreadFromGoodToPoor() =>
        Assert.Equal([0, 20, 40, 60, 80, 100], Chosen(6, Enumerable.Range(0, 101).Reverse().Select(i => ReportSamples.Of("lcp", i, session: $"s{i}"))));

    [Fact]
    public void Examples_OfFewSessions_AreAllBestFirst() =>
        Assert.Equal([100, 200, 300], Chosen(6, ReportSamples.Of("lcp", 300, session: "c"), ReportSamples.Of("lcp", 100, session: "a"), ReportSamples.Of("lcp", 200, session: "b")));

    [Fact]
    public void Examples_OfOneSession_AreItsWorstMoment() => Assert.Equal([900], Chosen(6, ReportSamples.Of("lcp", 100), ReportSamples.Of("lcp", 900), ReportSamples.Of("lcp", 500)));

    [Fact]
    public void Examples_WithoutASession_AreLeftOut() => Assert.Equal([], Chosen(2, ReportSamples.Of("lcp", 100, session: null)));

    [Fact]
    public void Examples_OfFewerThanTwo_CannotBeAsked() => Assert.Throws<ArgumentOutOfRangeException>(() => EvidenceSpread.Choose([], 1));

    private static IEnumerable<double> Chosen(int most, params IEnumerable<FaroVitalReport> reports) => EvidenceSpread.Choose(reports, most).Select(report => report.Vital.Value);
}
