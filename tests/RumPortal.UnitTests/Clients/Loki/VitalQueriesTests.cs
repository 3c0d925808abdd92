using System.Collections.Frozen;
using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Clients.Loki;

public sealed class VitalQueriesTests
{
    private static readonly FaroScope Shop = new(StreamLabelNames.Default, ["shop-web"]);

    [Fact]
    public void Density_OfAllVitals_IsThisText()
    {
        var selection = new VitalSelection(Shop) { Dimensions = ["app_version", "browser_name"] };

        Assert.Equal(
            """
            sum by (app_name, app_environment, vital, le, app_version, browser_name) (count_over_time({app_name="shop-web", kind="measurement"} |= "type=web-vitals" | logfmt
             | label_format vital="{{if .lcp}}lcp{{else if .inp}}inp{{else if .cls}}cls{{else if .fcp}}fcp{{else if .ttfb}}ttfb{{else}}{{end}}"
             | label_format v="{{if .lcp}}{{.lcp}}{{else if .inp}}{{.inp}}{{else if .cls}}{{.cls}}{{else if .fcp}}{{.fcp}}{{else if .ttfb}}{{.ttfb}}{{else}}{{end}}" | v=~"[0-9][0-9.e+-]*"
             | label_format le="{{if eq .vital \"lcp\"}}LCP{{else if eq .vital \"inp\"}}INP{{else if eq .vital \"cls\"}}CLS{{else if eq .vital \"fcp\"}}FCP{{else if eq .vital \"ttfb\"}}TTFB{{else}}{{end}}" [5m] offset 30s))
            """
                .ReplaceLineEndings("")
                .Replace("LCP", Cases("200.0=200 300.0=300 400.0=400 500.0=500 600.0=600 750.0=750 900.0=900 1100.0=1100 1300.0=1300 1500.0=1500 1750.0=1750 2000.0=2000 2250.0=2250 2500.0=2500 2800.0=2800 3200.0=3200 3600.0=3600 4000.0=4000 4800.0=4800 5800.0=5800 7000.0=7000 9000.0=9000 12000.0=12000 20000.0=20000"), StringComparison.Ordinal)
                .Replace("INP", Cases("8.0=8 16.0=16 24.0=24 32.0=32 40.0=40 50.0=50 64.0=64 80.0=80 100.0=100 120.0=120 140.0=140 170.0=170 200.0=200 240.0=240 290.0=290 350.0=350 420.0=420 500.0=500 600.0=600 750.0=750 950.0=950 1200.0=1200 1600.0=1600 2500.0=2500"), StringComparison.Ordinal)
                .Replace("CLS", Cases("0.0=0 0.001=0.001 0.0025=0.0025 0.005=0.005 0.01=0.01 0.02=0.02 0.03=0.03 0.04=0.04 0.05=0.05 0.06=0.06 0.08=0.08 0.1=0.1 0.12=0.12 0.14=0.14 0.17=0.17 0.2=0.2 0.25=0.25 0.3=0.3 0.37=0.37 0.45=0.45 0.6=0.6 0.8=0.8 1.2=1.2 2.0=2"), StringComparison.Ordinal)
                .Replace("FCP", Cases("100.0=100 200.0=200 300.0=300 400.0=400 500.0=500 600.0=600 750.0=750 900.0=900 1050.0=1050 1200.0=1200 1400.0=1400 1600.0=1600 1800.0=1800 2000.0=2000 2300.0=2300 2600.0=2600 3000.0=3000 3500.0=3500 4200.0=4200 5000.0=5000 6000.0=6000 7500.0=7500 10000.0=10000 15000.0=15000"), StringComparison.Ordinal)
                .Replace("TTFB", Cases("25.0=25 50.0=50 75.0=75 100.0=100 150.0=150 200.0=200 250.0=250 300.0=300 370.0=370 450.0=450 550.0=550 660.0=660 800.0=800 950.0=950 1100.0=1100 1300.0=1300 1550.0=1550 1800.0=1800 2100.0=2100 2500.0=2500 3200.0=3200 4200.0=4200 6000.0=6000 10000.0=10000"), StringComparison.Ordinal),
            VitalQueries.Density(selection, BucketScheme.Current, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)).ToString());
    }

    [Fact]
    public void Density_OfOneVitalUnderOtherLabelNames_IsThisText()
    {
        var scope = new FaroScope(new StreamLabelNames("application", "stage", null, null), ["shop-web"], ["production"]);
        var selection = new VitalSelection(scope) { Vitals = ["ttfb"], Parser = LineParser.Mixed, Dimensions = ["app_environment"], Filters = [new("app_version", FilterOperator.Is, "118")] };
        var scheme = new BucketScheme("test", new Dictionary<string, ImmutableArray<double>> { ["ttfb"] = [0.5, 800] }.ToFrozenDictionary());

        Assert.Equal(
            """
            sum by (app_name, app_environment, vital, le) (count_over_time({application="shop-web", stage="production"} |~ "type=web-vitals|\"type\":\"web-vitals\"" |~ " ttfb=|\"ttfb\":" FILTER
             | logfmt | json | drop __error__, __error_details__ | label_format app_name="{{.application}}" | label_format app_environment="{{.stage}}"
             | label_format vital="{{if .ttfb}}ttfb{{else}}{{end}}" | label_format v="{{if .ttfb}}{{.ttfb}}{{else}}{{end}}" | v=~"[0-9][0-9.e+-]*"
             | label_format le="{{if eq .vital \"ttfb\"}}{{$v := float64 .v}}{{if le $v 0.5}}0.5{{else if le $v 800.0}}800{{else}}+Inf{{end}}{{else}}{{end}}" [1h]))
            """
                .ReplaceLineEndings("")
                .Replace("FILTER", string.Join(' ', FieldFilter.Is("app_version", "118").Select(filter => $"{filter.Operator} {QueryString.Encode(filter.Values.Single())}")), StringComparison.Ordinal),
            VitalQueries.Density(selection, scheme, TimeSpan.FromHours(1)).ToString());
    }

    [Fact]
    public void Quantile_OfAVital_IsThisText() => Assert.Equal(
        """quantile_over_time(0.75, {app_name="shop-web", kind="measurement"} |= "type=web-vitals" |= " lcp=" | logfmt | lcp >= 0 | unwrap lcp | __error__="" [6h]) by (app_version)""",
        VitalQueries.Quantile(new VitalSelection(Shop) { Dimensions = ["app_version"] }, "lcp", 0.75, TimeSpan.FromHours(6)).ToString());

    [Fact]
    public void Reports_OfAVital_IsThisText()
    {
        Assert.Equal("""{app_name="shop-web", kind="measurement"} |= "type=web-vitals" |= " cls=" """.TrimEnd(), VitalQueries.Reports(new VitalSelection(Shop), "cls").ToString());
        Assert.Equal(
            """{app_name="shop-web", kind="measurement"} |= "\"type\":\"web-vitals\"" |= "\"cls\":" """.TrimEnd(),
            VitalQueries.Reports(new VitalSelection(Shop) { Parser = LineParser.Json }, "cls").ToString());
    }

    [Fact]
    public void Query_ForSomethingElse_IsRefused()
    {
        var vitals = new VitalSelection(Shop);

        Assert.Throws<ArgumentException>(() => vitals with { Vitals = ["fid"] });
        Assert.Throws<ArgumentException>(() => vitals with { Vitals = [] });
        Assert.Throws<ArgumentException>(() => VitalQueries.Reports(vitals, "LCP"));
        Assert.Throws<ArgumentException>(() => VitalQueries.Quantile(vitals with { Dimensions = ["v"] }, "lcp", 0.5, TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>(() => VitalQueries.Density(vitals with { Dimensions = ["le"] }, BucketScheme.Current, TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>(() => VitalQueries.Density(vitals, new BucketScheme("none", BucketScheme.Current.Bounds.Where(pair => pair.Key != "cls").ToFrozenDictionary()), TimeSpan.FromHours(1)));
        Assert.Equal(["lcp", "cls"], (vitals with { Vitals = ["cls", "lcp", "cls"] }).Vitals);
    }

    private static string Cases(string edges)
    {
        var cases = edges.Split(' ').Select((edge, i) => edge.Split('=') is var parts ? $"{{{{{(i == 0 ? "if" : "else if")} le $v {parts[0]}}}}}{parts[1]}" : "");
        return $"{{{{$v := float64 .v}}}}{string.Concat(cases)}{{{{else}}}}+Inf{{{{end}}}}";
    }
}
