using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Testing;
using RumPortal.Testing.Conformance;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>
/// The client against a Prometheus that it knows by its address only and that holds the metrics of the conformance data. Derived classes
/// say which.
/// </summary>
public abstract class PrometheusClientTests : IAsyncLifetime
{
    private static readonly FaroScope Everything = new(StreamLabelNames.Default);
    private static readonly RecordedSet KitSet = RecordedSet.Unnamed(["app_version", "browser_name", "browser_os"]);

    private PrometheusClients? _clients;

    protected abstract Task<(Uri Url, string Tenant)> ServerAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PrometheusClient Prometheus => _clients?.Prometheus ?? throw new InvalidOperationException("Not started.");

    private RecordedVitalsReader Recorded => _clients?.Recorded ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        var (url, tenant) = await ServerAsync();
        _clients = new PrometheusClients(url, new FixedTime(KitDensity.Range.To.AddMinutes(7)), ("Tenant", tenant));
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_clients is not null) await _clients.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("", 24)]
    [InlineData("browser_name", 24)]
    [InlineData("app_version browser_name browser_os", 24)]
    [InlineData("app_name app_environment", 1)]
    public async Task Counts_OfARange_AreTheSumsOfTheData(string dimensions, int hours)
    {
        var names = dimensions.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var selection = new VitalSelection(Everything) { Dimensions = [.. names.Select(name => new LabelName(name))] };
        var answer = await CountsAsync(selection, TimeSpan.FromHours(hours));

        Assert.Equal(KitDensity.Sums(KitDensity.Range.To.AddHours(-hours), KitDensity.Range.To, names, _ => true), KitDensity.Rows(answer.Series));
        Assert.NotEmpty(answer.Series);
        Assert.Equal(("Prometheus", "PromQL", Completeness.Complete), (answer.Executed.Backend, answer.Executed.Language, answer.Completeness));
        Assert.True(answer.Executed.Duration > TimeSpan.Zero && answer.Samples > 0, $"{answer.Executed} {answer.Samples}");
    }

    [Fact]
    public async Task Counts_OverAGrid_HoldEachSampleOnce()
    {
        // The samples lie exactly on the grid, where windows of a whole step would hold them twice in Prometheus 2.
        var grid = StepGrid.Cover(KitDensity.Range, TimeSpan.FromMinutes(30));
        var selection = new VitalSelection(Everything) { Dimensions = ["browser_name"], Vitals = ["lcp", "cls"] };
        var answer = await Prometheus.QueryRangeAsync(RecordedVitals.Counts(selection, KitSet, RecordedTier.FiveMinutes, grid.Step), grid, Cancellation);

        Assert.Equal(13, grid.Points);
        bool IsAsked(LabelSet labels) => labels["vital"] is "lcp" or "cls";
        Assert.Equal(KitDensity.Sums(grid.Start - grid.Step, grid.End, ["browser_name"], IsAsked), KitDensity.Rows(answer.Series));
        foreach (var instant in answer.Series.SelectMany(series => series.Samples).Select(sample => sample.Time).Distinct())
        {
            var there = answer.Series.Where(series => series.Samples.Any(sample => sample.Time == instant)).Select(series => series with { Samples = [.. series.Samples.Where(sample => sample.Time == instant)] });
            Assert.Equal(KitDensity.Sums(instant - grid.Step, instant, ["browser_name"], IsAsked), KitDensity.Rows(there));
        }
    }

    [Theory]
    [InlineData("browser_name:Arc")]
    [InlineData("browser_name:Arc browser_name:Chrome app_version:118")]
    [InlineData("!browser_name:Arc !browser_name:Chrome")]
    [InlineData("~browser_os:MAC")]
    [InlineData("~browser_os:mac ~browser_os:14.5 !app_version:118")]
    [InlineData("~browser_os:.*")]
    [InlineData("app_environment:production")]
    public async Task Filters_OnRecordedKeys_HoldForLabels(string texts)
    {
        var filters = texts.Split(' ').Select(text => MetadataFilter.TryParse(text, out var filter, out var fault) ? filter : throw new ArgumentException(fault)).ToList();
        var answer = await CountsAsync(new VitalSelection(Everything) { Dimensions = ["browser_name"], Filters = [.. filters] }, TimeSpan.FromHours(6));

        Assert.Equal(KitDensity.Sums(KitDensity.Range.From, KitDensity.Range.To, ["browser_name"], labels => filters.GroupBy(filter => (filter.Key, filter.Operator)).All(group => Holds(group, labels))), KitDensity.Rows(answer.Series));
    }

    [Fact]
    public async Task Texts_OfAnyKind_AreReadAsTexts()
    {
        foreach (var text in HostileTexts.All)
        {
            var selection = new VitalSelection(new FaroScope(StreamLabelNames.Default, [text, "shop-web"], [text]))
            {
                Filters = [
                    new("browser_name", FilterOperator.Is, text), new("browser_os", FilterOperator.IsNot, text), new("browser_os", FilterOperator.Contains, text), new("app_version", FilterOperator.Is, text), new("app_version", FilterOperator.Is, "118")],
            };
            var answer = await CountsAsync(selection, TimeSpan.FromHours(6));

            Assert.Empty(answer.Series);
        }
    }

    [Fact]
    public async Task Index_OfTheData_NamesItsTierAndKeys()
    {
        var index = await Recorded.ReadIndexAsync(Everything, KitDensity.Range, Cancellation);
        var none = await Recorded.ReadIndexAsync(new FaroScope(StreamLabelNames.Default, ["nobody"]), KitDensity.Range, Cancellation);

        Assert.Equal([RecordedTier.FiveMinutes], index.Tiers);
        Assert.Equal(["app_version", "browser_name", "browser_os"], index.Sets.Single(set => set.Name is null).Dimensions.Order(StringComparer.Ordinal));
        Assert.Empty(none.Tiers);
        Assert.Empty(none.Sets);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("docs-site")]
    public async Task Span_OfTheData_IsThatOfItsSamples(string? app)
    {
        var scope = new FaroScope(StreamLabelNames.Default, app is null ? null : [app]);
        var times = KitDensity.Samples.Where(row => app is null || row.Labels["app_name"] == app).Select(row => row.Sample.Time).Order().ToList();

        var oldest = await Recorded.ReadOldestAsync(scope, [RecordedTier.FiveMinutes], null, Cancellation);
        var newest = await Recorded.ReadNewestAsync(scope, RecordedTier.FiveMinutes, Cancellation);

        Assert.InRange(times[0] - oldest.GetValueOrDefault(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.InRange(newest.GetValueOrDefault() - times[^1], TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Null(await Recorded.ReadOldestAsync(scope, [RecordedTier.Day], null, Cancellation));
        Assert.Null(await Recorded.ReadNewestAsync(scope, RecordedTier.Day, Cancellation));
    }

    [Fact]
    public async Task Lists_OfTheData_AreWhatItHolds()
    {
        SeriesSelector[] density = [new(KitMetrics.Density, LabelMatcher.Is("app_name", "shop-web"))];

        var labels = await Prometheus.LabelsAsync(KitDensity.Range, density, Cancellation);
        var browsers = await Prometheus.LabelValuesAsync("browser_name", KitDensity.Range, density, Cancellation);
        var names = await Prometheus.LabelValuesAsync("__name__", KitDensity.Range, [], Cancellation);
        var series = await Prometheus.SeriesAsync(KitDensity.Range, density, Cancellation);

        Assert.Equal(["__name__", "app_environment", "app_name", "app_version", "browser_name", "browser_os", "le", "vital"], labels.Items);
        Assert.Equal(KitDensity.Samples.Where(row => row.Labels["app_name"] == "shop-web").Select(row => row.Labels["browser_name"]).Distinct().Order(), browsers.Items.Order());
        Assert.Contains(KitMetrics.Density, names.Items);
        Assert.Equal(
            KitDensity.Samples.Where(row => row.Labels["app_name"] == "shop-web").Select(row => row.Labels.ToString()).Distinct().Order(),
            series.Items.Select(item => LabelSet.From(item.Where(label => label.Key != "__name__")).ToString()).Order());
    }

    [Fact]
    public async Task Server_OfAnyProduct_TellsAboutItself()
    {
        await Prometheus.CheckReadyAsync(Cancellation);
        var version = await Prometheus.BuildInfoAsync(Cancellation);

        Assert.True(version.Version.Length > 0, version.ToString());
        Assert.All(await Prometheus.RulesAsync(Cancellation), group => Assert.NotEmpty(group.Rules));
        Assert.DoesNotContain(await Prometheus.MetadataAsync("rum_vital_density:count5m", Cancellation), item => item.Metric != KitMetrics.Density);
    }

    [Fact]
    public async Task Query_ForTooManyPoints_SaysWhichLimit()
    {
        var grid = StepGrid.Cover(KitDensity.Range, TimeSpan.FromSeconds(1));
        var failure = await Assert.ThrowsAsync<BackendException>(() => Prometheus.QueryRangeAsync(RecordedVitals.SampleCount(Everything, RecordedTier.FiveMinutes, grid.Step), grid, Cancellation));

        Assert.Equal((BackendFault.LimitExceeded, 400, "Prometheus allows fewer points than asked for. Choose a shorter time range."), (failure.Fault, failure.Status, failure.Message));
    }

    [Fact]
    public async Task Queries_OfEveryShape_AreUnderstood()
    {
        var density = new SeriesSelector(KitMetrics.Density, LabelMatcher.Exists("app_name"), LabelMatcher.IsNoneOf("vital", ["fcp", "ttfb"]));
        var sum = new PromQuery.OverTime(RangeFunction.SumOverTime, density, TimeSpan.FromHours(1), TimeSpan.FromSeconds(30));
        PromQuery[] queries =
        [
            new PromQuery.Latest(density, TimeSpan.FromMinutes(1)), new PromQuery.Latest(new SeriesSelector("up")), sum, sum.SumBy(), sum.SumBy("vital", "le"),
            new PromQuery.TopK(2, sum), new PromQuery.TopK(2, sum, Lowest: true), new PromQuery.Scalar(0.000001), new PromQuery.Scalar(-5),
            .. Enum.GetValues<RangeFunction>().Select(function => new PromQuery.OverTime(function, density, TimeSpan.FromMilliseconds(1))),
            .. Enum.GetValues<AggregationOperator>().Select(function => new PromQuery.Aggregation(function, sum, Grouping.ByAllBut("le"))),
            .. Enum.GetValues<BinaryOperator>().Select(function => new PromQuery.Binary(sum.SumBy("app_name"), function, sum.SumBy("app_name"), ["app_name"])),
            .. Enum.GetValues<BinaryOperator>().Where(function => function < BinaryOperator.And).Select(function => new PromQuery.Binary(sum, function, new PromQuery.Scalar(1.5))),
            .. RecordedTier.All.Select(tier => RecordedVitals.SampleCount(Everything, tier, tier.Interval)),
        ];

        foreach (var query in queries)
        {
            var failure = await Record.ExceptionAsync(() => Prometheus.QueryAsync(query, KitDensity.Range.To, Cancellation));
            Assert.True(failure is null, $"{query}: {(failure as BackendException)?.Detail ?? failure?.Message}");
        }
    }

    private Task<MetricAnswer> CountsAsync(VitalSelection selection, TimeSpan window) =>
        Prometheus.QueryAsync(RecordedVitals.Counts(selection, KitSet, RecordedTier.FiveMinutes, window), KitDensity.Range.To, Cancellation);

    private static bool Holds(IGrouping<(string Key, FilterOperator Operator), MetadataFilter> filters, LabelSet labels)
    {
        var value = labels[filters.Key.Key] ?? "";
        return filters.Key.Operator switch
        {
            FilterOperator.Is => filters.Any(filter => filter.Value == value),
            FilterOperator.IsNot => filters.All(filter => filter.Value != value),
            _ => filters.All(filter => value.Contains(filter.Value, StringComparison.OrdinalIgnoreCase)),
        };
    }
}
