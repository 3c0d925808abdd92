using System.Text;
using RumPortal.Sandbox.Labels;

namespace RumPortal.UnitTests.Sandbox.Loki.Evaluation;

public sealed class LogQueryTests
{
    private static readonly LabelSet Shop = LabelSet.Of(("app", "shop"));
    private static readonly LabelSet Docs = LabelSet.Of(("app", "docs"));

    [Theory]
    [InlineData(true, 3, "1 docs,2 shop,3 docs")]
    [InlineData(false, 3, "6 shop,5 docs,4 shop")]
    [InlineData(true, 100, "1 docs,2 shop,3 docs,4 shop,5 docs,6 shop")]
    public void Logs_OfTwoStreams_AreCutAtTheLimitInTheDirection(bool forward, int limit, string expected)
    {
        var entries = Interleaved().Streams("{app=~\"shop|docs\"}", limit, forward).Streams.SelectMany(stream => stream.Entries);
        var ordered = forward ? entries.OrderBy(entry => entry.Timestamp) : entries.OrderByDescending(entry => entry.Timestamp);

        Assert.Equal(expected, string.Join(',', ordered.Select(entry => Encoding.UTF8.GetString(entry.Line.Span))));
    }

    [Fact]
    public void Logs_OfTwoStreams_AreGroupedAndSortedByLabels()
    {
        var streams = Interleaved().Streams("{app=~\".+\"}").Streams;

        Assert.Equal(
            ["{app=\"docs\", detected_level=\"unknown\", service_name=\"docs\"} 3", "{app=\"shop\", detected_level=\"unknown\", service_name=\"shop\"} 3"],
            streams.Select(stream => $"{stream.Labels} {stream.Entries.Count}"));
    }

    [Fact]
    public void Logs_Categorized_SetLabelsApart()
    {
        var stream = Assert.Single(TestLoki.With("a=1").Streams("{app=\"shop\"} | logfmt", categorize: true).Streams);
        var entry = Assert.Single(stream.Entries);

        Assert.Equal("{app=\"shop\", service_name=\"shop\"}", stream.Labels.ToString());
        Assert.Equal("{detected_level=\"unknown\"}", entry.Metadata.ToString());
        Assert.Equal("{a=\"1\"}", entry.Parsed.ToString());
    }

    [Fact]
    public void Logs_NotCategorized_CarryAllLabelsInTheStream()
    {
        var stream = Assert.Single(TestLoki.With("a=1").Streams("{app=\"shop\"} | logfmt a, b").Streams);

        Assert.Equal("{a=\"1\", app=\"shop\", b=\"\", detected_level=\"unknown\", service_name=\"shop\"}", stream.Labels.ToString());
    }

    [Fact]
    public void Logs_WithAnInterval_AreThinnedOut()
    {
        var loki = TestLoki.With([.. Enumerable.Range(1, 10).Select(i => $"line {i}")]);

        var entries = Assert.Single(loki.Streams("{app=\"shop\"}", interval: 3_000_000_000).Streams).Entries;

        Assert.Equal([1, 4, 7, 10], entries.Select(entry => entry.Timestamp / 1_000_000_000));
    }

    [Fact]
    public void Logs_OfARange_IncludeTheStartAndExcludeTheEnd()
    {
        var loki = new TestLoki().Add(0, "start").Add(999.999999, "last").Add(1_000, "end");

        Assert.Equal(["start", "last"], loki.Lines("{app=\"shop\"}"));
    }

    [Fact]
    public void Logs_WithALimit_StopReading()
    {
        var loki = TestLoki.With([.. Enumerable.Range(1, 100).Select(i => $"line {i}")]);

        loki.Streams("{app=\"shop\"}", limit: 5);

        Assert.Equal((5, 5), (loki.Statistics.Lines, loki.Statistics.Entries));
    }

    [Fact]
    public void Logs_OfEqualTimes_KeepTheOrderOfArrival()
    {
        var loki = new TestLoki().Add(1, "b").Add(1, "a").Add(1, "c").Add(1, "a");

        Assert.Equal(["b", "a", "c"], loki.Streams("{app=\"shop\"}").Streams[0].Entries.Select(e => Encoding.UTF8.GetString(e.Line.Span)));
        Assert.Equal(["c", "a", "b"], loki.Streams("{app=\"shop\"}", forward: false).Streams[0].Entries.Select(e => Encoding.UTF8.GetString(e.Line.Span)));
    }

    private static TestLoki Interleaved()
    {
        var loki = new TestLoki();
        for (var i = 1; i <= 6; i++) loki.Add(i, i % 2 == 0 ? $"{i} shop" : $"{i} docs", i % 2 == 0 ? Shop : Docs);
        return loki;
    }
}
