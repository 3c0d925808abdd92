using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.UnitTests.Sandbox.Prometheus.Store;

public sealed class MetricStoreTests
{
    private static readonly LabelSet Shop = LabelSet.Of((MetricNames.Label, "up"), ("app", "shop"));
    private static readonly LabelSet Docs = LabelSet.Of((MetricNames.Label, "up"), ("app", "docs"));
    private static readonly LabelSet Other = LabelSet.Of((MetricNames.Label, "down"), ("app", "shop"));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(999)]
    public void Samples_AppendedInAnyOrder_AreReadByTime(int stride)
    {
        var store = new MetricStore(10_000, 10);
        // The stride shares no factor with the count, so that each time comes once.
        for (var i = 0; i < 1_000; i++) store.Append(Shop, i * stride % 1_000, i * stride % 1_000);

        var samples = Assert.Single(store.Select([], 100, 899));

        Assert.Equal(Enumerable.Range(100, 800).Select(time => (long)time), samples.Times);
        Assert.Equal(Enumerable.Range(100, 800).Select(time => (double)time), samples.Values);
        Assert.Equal(1_000, store.SampleCount);
    }

    [Fact]
    public void Sample_AppendedAgain_TakesThePlaceOfTheFirst()
    {
        var store = new MetricStore(100, 10);
        store.Append(Shop, 5, 1);
        store.Append(Shop, 5, 2);

        Assert.Equal([2], Assert.Single(store.Select([], 0, 10)).Values);
        Assert.Equal(1, store.SampleCount);
    }

    [Fact]
    public void EmptyLabel_OfASeries_IsNoLabel()
    {
        var store = new MetricStore(100, 10);
        store.Append(LabelSet.Of((MetricNames.Label, "up"), ("app", "shop"), ("team", "")), 5, 1);
        store.Append(Shop, 6, 2);

        Assert.Equal([1, 2], Assert.Single(store.Select([], 0, 10)).Values);
    }

    [Theory]
    [InlineData("__name__", MatchOperator.Equal, "up", 2)]
    [InlineData("__name__", MatchOperator.NotEqual, "up", 1)]
    [InlineData("__name__", MatchOperator.Regex, "u.|d.*", 3)]
    [InlineData("app", MatchOperator.Equal, "shop", 2)]
    [InlineData("app", MatchOperator.NotRegex, "shop|docs", 0)]
    [InlineData("team", MatchOperator.Equal, "", 3)]
    [InlineData("team", MatchOperator.Regex, ".+", 0)]
    public void Select_Matcher_FindsWhatItAccepts(string label, MatchOperator kind, string value, int count)
    {
        var store = new MetricStore(100, 10);
        foreach (var labels in new[] { Shop, Docs, Other }) store.Append(labels, 5, 1);
        LabelMatcher[] matchers = [LabelMatcher.Create(label, kind, value)];

        Assert.Equal(count, store.Select(matchers, 0, 10).Count);
        Assert.Equal(count, store.SelectLabels(matchers, 5, 5).Count);
        Assert.Empty(store.SelectLabels(matchers, 6, 10));
    }

    [Fact]
    public void Select_ManySeries_AreSortedByLabels()
    {
        var store = new MetricStore(100, 10);
        foreach (var labels in new[] { Shop, Other, Docs }) store.Append(labels, 5, 1);

        Assert.Equal([Other, Docs, Shop], store.Select([], 0, 10).Select(series => series.Labels));
        Assert.Equal([Other, Docs, Shop], store.SelectLabels([], 0, 10));
    }

    [Fact]
    public void StaleMarker_Appended_KeepsItsBits()
    {
        var store = new MetricStore(100, 10);
        store.Append(Shop, 5, StaleMarker.Value);
        store.Append(Shop, 6, double.NaN);

        Assert.Equal([true, false], Assert.Single(store.Select([], 0, 10)).Values.Select(StaleMarker.Is));
    }

    [Fact]
    public void Store_FullOfSamples_DropsTheOldestOfAllSeriesAndCountsThem()
    {
        var store = new MetricStore(1_000, 10);
        for (var time = 0; time < 600; time++)
        {
            store.Append(Shop, time, 1);
            store.Append(Docs, time + 10_000, 1);
        }

        Assert.InRange(store.SampleCount, 800, 1_000);
        Assert.Equal(1_200, store.SampleCount + store.EvictedSamples);
        // All that went is of the older series.
        Assert.Equal(600, store.Select([LabelMatcher.Create("app", MatchOperator.Equal, "docs")], 0, 20_000).Single().Times.Length);
        Assert.Equal(599, store.Select([LabelMatcher.Create("app", MatchOperator.Equal, "shop")], 0, 20_000).Single().Times[^1]);
    }

    [Fact]
    public void Store_FullOfSeries_DropsThoseThatEndedFirst()
    {
        var store = new MetricStore(1_000, 20);
        for (var i = 0; i < 30; i++) store.Append(LabelSet.Of(("n", $"{i:00}")), i, i);

        var left = store.Select([], 0, 100).Select(series => series.Labels.ValueOrEmpty("n")).ToList();

        Assert.InRange(left.Count, 19, 20);
        Assert.Equal("29", left[^1]);
        Assert.DoesNotContain("00", left);
        Assert.Equal(30 - left.Count, store.EvictedSamples);
        Assert.Equal(left.Count, store.SeriesCount);
    }

    [Fact]
    public async Task Store_WrittenAndReadAtOnce_LosesNothing()
    {
        var store = new MetricStore(100_000, 100);
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 2_000; i++) store.Append(LabelSet.Of(("series", $"{i % 10}")), (i * 4) + writer, i);
        })).ToList();
        while (!writers.All(writer => writer.IsCompleted))
            Assert.All(store.Select([], 0, long.MaxValue), series => Assert.True(series.Times.AsSpan().SequenceEqual(series.Times.Order().ToArray())));
        await Task.WhenAll(writers);

        Assert.Equal(8_000, store.SampleCount);
        Assert.Equal(8_000, store.Select([], 0, long.MaxValue).Sum(series => series.Times.Length));
    }
}
