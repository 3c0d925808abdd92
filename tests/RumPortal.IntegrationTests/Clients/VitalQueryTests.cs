using System.Globalization;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.IntegrationTests.Sandbox.Loki;
using RumPortal.Testing.Conformance;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>The queries for web vitals over the lines of the conformance data, against what the lines themselves say.</summary>
public sealed class VitalQueryTests(RecordedLoki loki) : IClassFixture<RecordedLoki>
{
    private static readonly FaroScope Everything = new(StreamLabelNames.Default);
    private static readonly IReadOnlyList<(FaroRecord Record, string Vital)> Measured =
        [.. from record in Records() let vital = FaroWebVital.Of(record) where vital is not null select (record, vital.Name)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "")]
    [InlineData("app_version browser_name browser_os", "")]
    [InlineData("page_id app_environment", "browser_name:Arc")]
    [InlineData("browser_name", "app_version:118 !browser_name:Arc ~browser_os:mac")]
    public async Task Density_OfTheData_CountsEachReportInItsBucket(string dimensions, string filters)
    {
        var selection = Select(dimensions, filters);
        await using var clients = new LokiClients(loki.Server.Url);

        var answer = await clients.Loki.QueryAsync(VitalQueries.Density(selection, BucketScheme.Current, TimeSpan.FromHours(8)), KitDensity.Range.To.AddHours(1), Cancellation);

        var labels = selection.Dimensions.Select(name => name.ToString()).Union(["app_name", "app_environment"]).ToList();
        var expected = Measured.Where(report => Passes(selection, report.Record)).GroupBy(report => Labels(report.Record, report.Vital, labels)).Select(group => $"{group.Key} {group.Count()}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), answer.Series.Select(series => $"{series.Labels} {series.Sum()}").Order(StringComparer.Ordinal));
        Assert.NotEmpty(answer.Series);
    }

    [Fact]
    public async Task Density_OverAGrid_CountsEachReportOnce()
    {
        await using var clients = new LokiClients(loki.Server.Url);
        var grid = StepGrid.Cover(new TimeRange(KitDensity.Range.From.AddHours(-1), KitDensity.Range.To.AddHours(1)), TimeSpan.FromMinutes(30));
        var selection = new VitalSelection(Everything) { Vitals = ["cls", "inp"] };

        var answer = await clients.Loki.QueryRangeAsync(VitalQueries.Density(selection, BucketScheme.Current, grid.Step), grid, Cancellation);

        var expected = Measured.Where(report => report.Vital is "cls" or "inp").GroupBy(report => Labels(report.Record, report.Vital, ["app_name", "app_environment"])).Select(group => $"{group.Key} {group.Count()}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), answer.Series.Select(series => $"{series.Labels} {series.Sum()}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("lcp", 0.75)]
    [InlineData("cls", 0.75)]
    [InlineData("inp", 0.5)]
    [InlineData("ttfb", 0.95)]
    public async Task Quantile_OfTheData_IsTheExactOne(string vital, double share)
    {
        await using var clients = new LokiClients(loki.Server.Url);
        var selection = new VitalSelection(Everything) { Dimensions = ["browser_name"], Vitals = [vital] };

        var exact = await clients.Loki.QueryAsync(VitalQueries.Quantile(selection, vital, share, TimeSpan.FromHours(8)), KitDensity.Range.To.AddHours(1), Cancellation);

        var expected = Measured.Where(report => report.Vital == vital).GroupBy(report => report.Record.Meta.BrowserName)
            .ToDictionary(group => group.Key!, group => Quantile([.. group.Select(report => Number(report.Record, vital)).Order()], share));
        Assert.Equal(expected.Count, exact.Series.Length);
        Assert.All(exact.Series, series => Assert.Equal(expected[series.Labels["browser_name"]!], series.Samples.Single().Value, 1e-9));
    }

    [Fact]
    public async Task Reports_OfAVital_AreItsLines()
    {
        await using var clients = new LokiClients(loki.Server.Url);
        var selection = Select("", "browser_name:Arc");

        foreach (var vital in VitalNames.All)
        {
            var request = new LogRequest(VitalQueries.Reports(selection, vital), new TimeRange(KitDensity.Range.From.AddHours(-1), KitDensity.Range.To.AddHours(1))) { PageSize = 5000 };
            var page = await clients.Loki.ReadPageAsync(request, Cancellation);
            var read = page.Records.Select(FaroVitalReport.Of).ToList();

            Assert.All(read, report => Assert.Equal(vital, report?.Vital.Name));
            Assert.Equal(Measured.Count(report => report.Vital == vital && report.Record.Meta.BrowserName == "Arc"), read.Count);
            Assert.NotEmpty(read);
        }
    }

    private static IEnumerable<FaroRecord> Records()
    {
        var buffer = new FaroRecordBuffer();
        return KitData.Lines.Select(line => buffer.Add(line.Line, line.Nanoseconds, LabelSet.From(line.Labels)));
    }

    private static VitalSelection Select(string dimensions, string filters) => new(Everything)
    {
        Dimensions = [.. dimensions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new LabelName(name))],
        Filters = [.. filters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => MetadataFilter.TryParse(text, out var filter, out var fault) ? filter : throw new ArgumentException(fault))],
    };

    private static bool Passes(VitalSelection selection, FaroRecord record) => selection.Filters.All(filter => filter.Operator switch
    {
        FilterOperator.Is => record.Text(filter.Key) == filter.Value,
        FilterOperator.IsNot => record.Text(filter.Key) != filter.Value,
        _ => record.Text(filter.Key)?.Contains(filter.Value, StringComparison.OrdinalIgnoreCase) == true,
    });

    private static LabelSet Labels(FaroRecord record, string vital, IEnumerable<string> keys)
    {
        var edges = BucketScheme.Current.Bounds[vital].Where(edge => Number(record, vital) <= edge).Take(1).Select(edge => edge.ToString(CultureInfo.InvariantCulture));
        var labels = keys.Select(key => new KeyValuePair<string, string>(key, record.Text(key) ?? "")).Where(label => label.Value.Length > 0);
        return LabelSet.From([.. labels, new("vital", vital), new("le", edges.SingleOrDefault() ?? "+Inf")]);
    }

    // The plain key's six decimals, which is what the queries read.
    private static double Number(FaroRecord record, string vital) => record.TryGet(vital, out var text) && text.TryGetNumber(out var number) ? number : throw new ArgumentException(vital);

    private static double Quantile(double[] sorted, double share)
    {
        var rank = share * (sorted.Length - 1);
        var (lower, upper) = ((int)Math.Floor(rank), (int)Math.Min(sorted.Length - 1, Math.Floor(rank) + 1));
        return (sorted[lower] * (upper - rank)) + (sorted[upper] * (1 - (upper - rank)));
    }
}
