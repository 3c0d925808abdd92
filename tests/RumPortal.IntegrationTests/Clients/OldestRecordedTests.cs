using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Sandbox.Labels;
using RumPortal.Testing;
using RumPortal.Testing.Prometheus;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>Since when an app is recorded, where rules were loaded at one time or one after the other.</summary>
public sealed class OldestRecordedTests
{
    private static readonly DateTimeOffset Loaded = new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Midnight = new(2026, 11, 11, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Oldest_OfRulesLoadedTogether_IsTheFirstFineSample()
    {
        var oldest = await ReadAsync((RecordedTier.Day, Midnight), (RecordedTier.Hour, Loaded.AddHours(1)), (RecordedTier.FiveMinutes, Loaded));

        Assert.InRange(Loaded - oldest.GetValueOrDefault(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Oldest_OfRollUpsLoadedLater_IsNotBeforeTheDayThatTheySum()
    {
        var oldest = await ReadAsync((RecordedTier.Day, Midnight.AddDays(5)), (RecordedTier.FiveMinutes, Loaded));

        Assert.InRange(oldest.GetValueOrDefault(), Midnight.AddDays(4).AddMinutes(-10), Midnight.AddDays(4));
    }

    [Fact]
    public async Task Oldest_OfFineSamplesThatAreGone_IsThatOfTheRollUps()
    {
        var oldest = await ReadAsync((RecordedTier.Day, Midnight), (RecordedTier.FiveMinutes, Now.AddDays(-2)));

        Assert.InRange(oldest.GetValueOrDefault(), Midnight.AddDays(-1).AddMinutes(-10), Midnight.AddDays(-1));
    }

    /// <summary>Each tier has samples at its interval from a time on until now; the coarsest comes first.</summary>
    private static async Task<DateTimeOffset?> ReadAsync(params (RecordedTier Tier, DateTimeOffset From)[] tiers)
    {
        var clock = new FixedTime(Now);
        await using var server = await PrometheusServer.StartAsync(clock: clock);
        foreach (var (tier, from) in tiers)
            for (var time = from; time <= Now; time += tier.Interval)
                server.Backend.Store.Append(LabelSet.Of(("__name__", tier.Metric.ToString()), ("app_name", "shop-web")), time.ToUnixTimeMilliseconds(), 1);
        await using var clients = new PrometheusClients(server.Url, clock);
        return await clients.Recorded.ReadOldestAsync(
            new FaroScope(StreamLabelNames.Default, ["shop-web"]), [.. tiers.Select(tier => tier.Tier)], null, TestContext.Current.CancellationToken);
    }
}
