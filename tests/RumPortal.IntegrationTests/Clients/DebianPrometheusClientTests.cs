using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Domain.Querying;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>The client against Debian's Prometheus.</summary>
[Collection(nameof(DebianPrometheus))]
public sealed class DebianPrometheusClientTests(DebianPrometheus prometheus) : PrometheusClientTests
{
    private static readonly FaroScope Named = new(StreamLabelNames.Default, [DebianPrometheus.Named]);
    private static readonly TimeRange Range = new(KitDensity.Range.From.AddDays(2).AddHours(10), KitDensity.Range.From.AddDays(2).AddHours(12));

    protected override Task<(Uri Url, string Tenant)> ServerAsync() => Task.FromResult((prometheus.Url, ""));

    [Theory]
    [InlineData("app_version", 72)]
    [InlineData("browser_name", 72)]
    [InlineData("page_id", 72)]
    [InlineData("", 72)]
    public async Task Counts_OfSeveralSets_AreThoseOfOne(string dimension, int expected)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var clients = new PrometheusClients(prometheus.Url, new FixedTime(Range.To.AddMinutes(5)));
        var selection = new VitalSelection(Named) { Dimensions = dimension.Length == 0 ? [] : [dimension] };

        var index = await clients.Recorded.ReadIndexAsync(Named, Range, cancellation);
        var set = RecordedSet.Smallest(index.Sets, selection);

        Assert.Equal([RecordedTier.Hour, RecordedTier.FiveMinutes], index.Tiers);
        Assert.Equal(["app_version,browser_name", "page_id"], index.Sets.Select(one => one.Name));
        Assert.NotNull(set);
        foreach (var tier in index.Tiers)
        {
            var answer = await clients.Prometheus.QueryAsync(RecordedVitals.Counts(selection, set, tier, Range.Duration), Range.To, cancellation);
            Assert.Equal(expected, answer.Series.Sum(series => series.Sum()));
            Assert.All(answer.Series, series => Assert.Equal(("lcp", "2500", "vitals-24"), (series.Labels["vital"], series.Labels["le"], series.Labels["scheme"])));
        }
    }

    [Fact]
    public async Task Span_OfAStaleRuler_IsFoundLongAfter()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var clients = new PrometheusClients(prometheus.Url, new FixedTime(Range.To.AddDays(90)));

        var newest = await clients.Recorded.ReadNewestAsync(Named, RecordedTier.FiveMinutes, cancellation);
        var oldest = await clients.Recorded.ReadOldestAsync(Named, [RecordedTier.FiveMinutes], null, cancellation);

        Assert.Equal((Range.From.AddMinutes(2), Range.To.AddMinutes(-2)), (oldest, newest));
    }
}
