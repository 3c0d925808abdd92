using System.Globalization;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Clients.Prometheus;

public sealed class RecordedVitalsTests
{
    private static readonly FaroScope Shop = new(StreamLabelNames.Default, ["shop-web"]);
    private static readonly RecordedSet ByVersion = RecordedSet.Named("app_version,browser_name");

    [Fact]
    public void Counts_OfASelection_ReadOneSetWithItsFilters()
    {
        var selection = new VitalSelection(new FaroScope(StreamLabelNames.Default, ["shop-web"], ["production", "staging"]))
        {
            Vitals = ["inp", "lcp"],
            Dimensions = ["browser_name", "app_environment"],
            Filters =
            [
                new("app_version", FilterOperator.Is, "118"), new("app_version", FilterOperator.Is, "119"), new("browser_name", FilterOperator.IsNot, "Arc"),
                new("browser_name", FilterOperator.Contains, "fire"), new("browser_name", FilterOperator.Contains, "fox"),
            ],
        };

        Assert.Equal(
            """sum by (vital, le, scheme, browser_name, app_environment) (sum_over_time(rum_vital_density:count1h{app_name="shop-web", app_environment=~"production|staging", """
            + """dimensions="app_version,browser_name", vital=~"lcp|inp", app_version=~"118|119", browser_name!="Arc", browser_name=~"(?is).*fire.*", browser_name=~"(?is).*fox.*"}[86399999ms]))""",
            RecordedVitals.Counts(selection, ByVersion, RecordedTier.Hour, TimeSpan.FromDays(1)).ToString());
    }

    [Fact]
    public void Counts_OfSeriesWithoutASet_ReadThoseAlone() => Assert.Equal(
        """sum by (vital, le, scheme) (sum_over_time(rum_vital_density:count5m{app_name=~".+", dimensions=""}[299999ms]))""",
        RecordedVitals.Counts(new VitalSelection(new FaroScope(StreamLabelNames.Default)), RecordedSet.Unnamed([]), RecordedTier.FiveMinutes, TimeSpan.FromMinutes(5)).ToString());

    [Fact]
    public void SampleCount_OfAScope_ReadsEverySet() => Assert.Equal(
        """sum (count_over_time(rum_vital_density:count1d{app_name="shop-web"}[59999ms]))""",
        RecordedVitals.SampleCount(Shop, RecordedTier.Day, TimeSpan.FromMinutes(1)).ToString());

    [Fact]
    public void Counts_ByAKeyThatIsNotRecorded_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Counts(new VitalSelection(Shop) { Dimensions = ["page_id"] }));
        Assert.Throws<ArgumentException>(() => Counts(new VitalSelection(Shop) { Filters = [new("page_id", FilterOperator.IsNot, "/")] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordedVitals.Counts(new VitalSelection(Shop), ByVersion, RecordedTier.Day, TimeSpan.FromMilliseconds(1)));
    }

    [Theory]
    [InlineData("", "-")]
    [InlineData("browser_name app_version", "app_version,browser_name")]
    [InlineData("page_id page_id", "page_id")]
    public void Name_OfASet_TellsItsKeys(string keys, string name)
    {
        var dimensions = keys.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(name, RecordedSet.NameOf(dimensions.Select(key => new LabelName(key))));
        Assert.Equal(dimensions.Distinct().Order(StringComparer.Ordinal), RecordedSet.Named(name).Dimensions.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "", "-")]
    [InlineData("app_environment", "", "-")]
    [InlineData("app_version", "", "app_version,browser_name")]
    [InlineData("app_version", "browser_name", "app_version,browser_name")]
    [InlineData("app_version", "browser_os", "app_version,browser_name,browser_os")]
    [InlineData("page_id", "", "page_id")]
    [InlineData("page_id", "app_version", null)]
    [InlineData("user_id", "", null)]
    public void Smallest_OfTheSetsThatCanAnswer_IsChosen(string dimension, string filter, string? expected)
    {
        var sets = new[] { "app_version,browser_name,browser_os", "page_id", "app_version,browser_name", "-" }.Select(RecordedSet.Named);
        var selection = new VitalSelection(Shop)
        {
            Dimensions = dimension.Length == 0 ? [] : [dimension],
            Filters = filter.Length == 0 ? [] : [new(filter, FilterOperator.Is, "x")],
        };

        Assert.Equal(expected, RecordedSet.Smallest(sets, selection)?.Name);
    }

    [Theory]
    [InlineData("2026-11-20T00:00Z", "2026-11-20T06:00Z", "1h 5m")]
    [InlineData("2026-11-20T00:05Z", "2026-11-20T06:00Z", "5m")]
    [InlineData("2026-11-15T00:05Z", "2026-11-20T06:07Z", "1h 5m")]
    [InlineData("2026-11-18T00:00Z", "2026-11-20T00:00Z", "1d 1h 5m")]
    [InlineData("2026-08-01T00:05Z", "2026-11-20T06:07Z", "1d 1h 5m")]
    public void Tiers_OfARange_AreThoseWhoseIntervalsFit(string from, string to, string expected) =>
        Assert.Equal(expected, Names(RecordedTier.Fitting(new TimeRange(Instant(from), Instant(to)))));

    [Theory]
    [InlineData(1, "5m")]
    [InlineData(5, "5m")]
    [InlineData(60, "1h 5m")]
    [InlineData(90, "5m")]
    [InlineData(360, "1h 5m")]
    [InlineData(2880, "1d 1h 5m")]
    public void Tiers_OfAStep_DivideIt(int minutes, string expected) => Assert.Equal(expected, Names(RecordedTier.Fitting(TimeSpan.FromMinutes(minutes))));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Names(IEnumerable<RecordedTier> tiers) => string.Join(' ', tiers.Select(tier => tier.Metric.ToString().Split("count")[1]));

    private static string Counts(VitalSelection selection) => RecordedVitals.Counts(selection, ByVersion, RecordedTier.FiveMinutes, TimeSpan.FromHours(1)).ToString();
}
