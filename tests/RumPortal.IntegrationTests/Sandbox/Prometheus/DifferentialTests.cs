using RumPortal.Testing.Prometheus;

namespace RumPortal.IntegrationTests.Sandbox.Prometheus;

/// <summary>Asks Debian's Prometheus and the sandbox's the same, over the same metrics: every answer must agree, errors included.</summary>
public sealed class DifferentialTests(TwoPrometheuses both) : IClassFixture<TwoPrometheuses>
{
    private const string Start = "1795132800";
    private const string Middle = "1795143600.25";
    private const string End = "1795154400";

    private static readonly string[] AnyTime =
    [
        // Selectors and what moves them.
        "temp", "temp{room=~\"k.*|b.*\",floor!=\"1\"}", "{__name__=~\"te.*\",room=\"bath\"}", "temp{nope=\"\"}", "odd{u=\"<x>&\"}", "size", "temp[1m]",
        "temp offset 7m", "temp offset -10m", "temp @ 1795140000.5 offset 3m", "temp @ start()", "temp @ end() offset 1h", "temp @ start()[5m]",
        "sum_over_time((temp{room!=\"attic\"} @ end())[10m:1m])", "temp[10m:3m]", "max_over_time(rate(seconds_bucket{le=\"+Inf\"}[5m])[30m:])",
        // Functions of windows.
        "rate(seconds_bucket[5m])", "rate(seconds_bucket[61s])", "rate(seconds_bucket[30s])", "increase(seconds_bucket{le=\"+Inf\"}[1h])", "irate(seconds_bucket[5m])",
        "delta(temp[10m])", "idelta(temp[10m])", "resets(seconds_bucket[3h])", "changes(temp[20m])", "deriv(tie[10m])", "deriv(temp{room!=\"attic\"}[10m])",
        "predict_linear(temp{room!=\"attic\"}[10m] offset 5m, 600)", "avg_over_time(temp[10m])", "sum_over_time(temp[10m])", "min_over_time(temp[10m])", "max_over_time(temp[10m])",
        "stddev_over_time(temp{room!=\"attic\"}[10m])", "stdvar_over_time(temp[10m])", "quantile_over_time(0.75, temp[10m])", "last_over_time(temp[10m])", "present_over_time(temp[10m])",
        "absent_over_time(temp{room=\"bath\"}[5m])",
        // Functions of vectors.
        "absent(nope{a=\"b\",c=~\"d\"})", "round(temp, 0.1)", "clamp(temp, -1, 10)", "sgn(temp)", "log2(temp)", "timestamp(temp)", "timestamp(temp + 1)", "scalar(temp{room=\"bath\"})",
        "label_replace(temp, \"x\", \"$1-$2\", \"room\", \"(.)(.*)\")", "label_join(temp, \"x\", \"-\", \"room\", \"floor\")", "histogram_quantile(0.9, rate(seconds_bucket[10m]))",
        "histogram_quantile(0.5, sum by (le) (seconds_bucket))",
        // Aggregations.
        "sum by (floor) (temp)", "avg without (room) (temp)", "stddev(tie{n!~\"07|09\"})", "stdvar by (floor) (temp{room!=\"attic\"})", "quantile by (g) (0.25, tie)",
        "count_values by (g) (\"v\", tie)", "group(tie)", "max(size)",
        // Operators.
        "temp > 5", "5 < bool temp", "temp * on(room) group_left(owner) room_info", "room_info * on(room) group_right temp", "temp atan2 on(room) group_left room_info", "temp and on(room) room_info{owner=\"ann\"}",
        "temp unless on(room) room_info", "temp or on(room) room_info", "-temp ^ 2", "temp % 3", "2 ^ 3 ^ 2 - 1", "vector(1) or vector(2)",
        // The recorded density of vitals, as the portal asks for it.
        "sum by (le, browser_name, browser_os) (sum_over_time(rum_vital_density:count5m{app_name=\"shop-web\",vital=\"lcp\"}[6h]))",
        "sum by (vital) (sum_over_time(rum_vital_density:count5m{le=~\"800|1800|2500\"}[1h])) / sum by (vital) (sum_over_time(rum_vital_density:count5m[1h]))",
        "count by (app_version) (last_over_time(rum_vital_density:count5m[6h]))",
        // Errors.
        "room_info * on(owner) sum by (owner) (room_info)", "sum by (owner) (room_info) * on(owner) room_info", "abs({__name__=~\"tie|odd|size\"})", "label_replace(temp, \"room\", \"a\", \"room\", \".*\")",
        "rate({__name__=~\"temp|room_info\"}[5m])", "topk(Inf, tie)", "sum(", "temp[5m] + 1", "1 > 2", "temp{a=~\"(\"}", "\"text\"", "{a=~\".*\"}", "temp offset 0s",
    ];

    public static TheoryData<string> Queries { get; } = [.. AnyTime];

    /// <summary>Which of equal samples stay depends on the order of series, which Prometheus fixes for single times only.</summary>
    public static TheoryData<string> InstantQueries { get; } = [.. AnyTime, "topk(3, tie)", "bottomk(7, tie)", "topk by (g) (2, tie)", "bottomk without (n) (1, tie)"];

    public static TheoryData<string, string> Lists { get; } = new()
    {
        { "/api/v1/labels", "" },
        { "/api/v1/labels", "{room=~\".+\"}" },
        { "/api/v1/label/browser_name/values", "rum_vital_density:count5m{vital=\"lcp\"}" },
        { "/api/v1/label/__name__/values", "" },
        { "/api/v1/label/1x/values", "" },
        { "/api/v1/series", "room_info" },
        { "/api/v1/series", "" },
        { "/api/v1/series", "sum(temp)" },
        { "/api/v1/metadata", "" },
        { "/api/v1/rules", "" },
        { "/api/v1/alerts", "" },
        { "/api/v1/nope", "" },
        { "/-/ready", "" },
    };

    [Theory]
    [MemberData(nameof(InstantQueries))]
    public async Task Query_AtTwoTimes_AgreesWithPrometheus(string query)
    {
        foreach (var time in new[] { Middle, End }) await CompareAsync("/api/v1/query", new() { ["query"] = query, ["time"] = time });
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task QueryRange_OverTheData_AgreesWithPrometheus(string query)
    {
        await CompareAsync("/api/v1/query_range", new() { ["query"] = query, ["start"] = Start, ["end"] = End, ["step"] = "15m" });
        await CompareAsync("/api/v1/query_range", new() { ["query"] = query, ["start"] = Middle, ["end"] = "1795144000", ["step"] = "37" });
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_OfTheData_AgreesWithPrometheus(string path, string selector)
    {
        Dictionary<string, string> parameters = new() { ["start"] = Start, ["end"] = End };
        if (selector.Length > 0) parameters["match[]"] = selector;

        await CompareAsync(path, parameters);
    }

    [Theory]
    [InlineData("2026-11-20T03:00:00Z")]
    [InlineData("2026-11-20T03:00:00.123456789+01:00")]
    [InlineData("1e9")]
    [InlineData("-1.5")]
    [InlineData("2026-11-20")]
    [InlineData("x")]
    public async Task Time_InAnySpelling_AgreesWithPrometheus(string time) => await CompareAsync("/api/v1/query", new() { ["query"] = "time()", ["time"] = time });

    [Theory]
    [InlineData("1h30m")]
    [InlineData("900.5")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1")]
    [InlineData("1.9636")]
    [InlineData("1e10")]
    [InlineData("abc")]
    public async Task Step_InAnySpelling_AgreesWithPrometheus(string step) =>
        await CompareAsync("/api/v1/query_range", new() { ["query"] = "time()", ["start"] = Start, ["end"] = End, ["step"] = step });

    private async Task CompareAsync(string path, Dictionary<string, string> parameters)
    {
        Assert.SkipWhen(both.Real is null, "Prometheus is not installed (Debian's package prometheus).");
        var expected = await PrometheusAnswer.GetAsync(both.Real, path, parameters, TestContext.Current.CancellationToken);

        var answer = await PrometheusAnswer.GetAsync(both.Sandbox.Client, path, parameters, TestContext.Current.CancellationToken);

        Assert.Null(PrometheusComparison.Difference(expected, answer));
    }
}
