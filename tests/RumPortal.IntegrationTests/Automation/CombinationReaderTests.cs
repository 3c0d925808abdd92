using System.Text;
using RumPortal.Automation.Recording;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Vitals.Recording;
using RumPortal.IntegrationTests.Clients;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.Ingest;
using RumPortal.Testing.Loki;

namespace RumPortal.IntegrationTests.Automation;

/// <summary>The estimate of series against a Loki that holds lines of the last day.</summary>
public sealed class CombinationReaderTests : IAsyncLifetime
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private LokiServer _loki = null!;

    public async ValueTask InitializeAsync() => _loki = await LokiServer.StartAsync();

    public ValueTask DisposeAsync() => _loki.DisposeAsync();

    // Four pages by three versions in one interval, each with a value of LCP in one bucket and of CLS in another: 24 series, 12 of each vital.
    [Theory]
    [InlineData(48, BudgetOutcome.OneRule, 48, null)]
    [InlineData(47, BudgetOutcome.RulePerVital, 24, null)]
    [InlineData(23, BudgetOutcome.Refused, 24, "page_id")]
    public async Task Set_OfTwoDimensions_IsJudgedByItsBusiestInterval(int limit, BudgetOutcome outcome, long estimate, string? drop)
    {
        for (var i = 0; i < 24; i++) Add(TimeSpan.FromHours(5), i);
        for (var i = 0; i < 6; i++) Add(TimeSpan.FromHours(3), i);
        for (var i = 0; i < 300; i++) Add(TimeSpan.FromHours(30), i);

        var decision = await DecideAsync(limit);

        Assert.Equal((outcome, estimate, limit, drop), (decision.Outcome, decision.Estimate, decision.Limit, decision.Drop));
    }

    [Fact]
    public async Task Set_WithoutAnyLines_MayBeRecorded()
    {
        var decision = await DecideAsync(500);

        Assert.Equal((BudgetOutcome.OneRule, 0L), (decision.Outcome, decision.Estimate));
    }

    private async Task<BudgetDecision> DecideAsync(int limit)
    {
        await using var clients = new LokiClients(_loki.Url);
        Assert.True(DimensionSet.TryCreate("pages", ["app_version", "page_id"], out var set, out _));
        return await new CombinationReader(clients.Loki, TimeProvider.System).DecideAsync("shop-web", LineParser.Logfmt, set, limit, TestContext.Current.CancellationToken);
    }

    private void Add(TimeSpan age, int i)
    {
        // The whole interval at once, wherever its edges lie: a second after one of them.
        var interval = (_now - age).ToUnixTimeSeconds() / 300 * 300;
        var vital = i % 2 == 0 ? "lcp=1234.5" : "cls=0.02";
        var line = $"timestamp=x kind=measurement type=web-vitals {vital} app_name=shop-web app_version=v{i / 2 % 3} page_id=/p{i / 6} n={i}";
        var entry = new PushEntry((interval + 1) * 1_000_000_000, Encoding.UTF8.GetBytes(line), LabelSet.Empty);
        _loki.Backend.Ingester.Push(new([new PushStream(LabelSet.Of(("app_name", "shop-web"), ("kind", "measurement")), [entry])]));
    }
}
