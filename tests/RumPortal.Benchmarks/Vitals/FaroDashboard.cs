using System.Globalization;
using System.Net;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>
/// What the dashboard of Faro's own repository (<c>dashboards/frontend-application.json</c>) asks of Loki for one app when it is opened: each
/// panel's query as Grafana sends it, six at a time.
/// </summary>
internal sealed class FaroDashboard(HttpClient loki, string app)
{
    private const int AtATime = 6;

    // What Grafana makes of 30 days on a panel of usual width, and what it puts in place of $__interval.
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);
    private static readonly string[] Vitals = ["ttfb", "fcp", "cls", "lcp", "fid"];

    /// <summary>The panels that show vitals alone.</summary>
    public Task ReadVitalsAsync(DateTimeOffset to, TimeSpan range) => ReadAsync(VitalPanels(range), [], to, range);

    /// <summary>All panels.</summary>
    public Task ReadAllAsync(DateTimeOffset to, TimeSpan range) => ReadAsync([.. VitalPanels(range), .. OtherSeries(range)], Tables(range), to, range);

    private IEnumerable<string> VitalPanels(TimeSpan range) =>
    [
        .. Vitals.Select(vital => $$"""avg_over_time({kind="measurement",app_name="{{app}}"} |= "{{vital}}" | logfmt | unwrap {{vital}} [{{Text(range)}}]) by (app_name)"""),
        .. Vitals.Select(vital => $$"""quantile_over_time(0.75, {kind="measurement",app_name="{{app}}"} |= "{{vital}}" | logfmt | unwrap {{vital}} [5m]) by (app_name)"""),
    ];

    private IEnumerable<string> OtherSeries(TimeSpan range) =>
    [
        $$"""sum(count_over_time({app_name="{{app}}",kind="exception"} [{{Text(range)}}])) by (app_name)""",
        $$"""count_over_time({app_name="{{app}}",kind="exception"} [{{Text(Step)}}])""",
        $$"""count_over_time({app_name="{{app}}",kind="measurement"} |= "ttfb" [{{Text(Step)}}])""",
    ];

    private IEnumerable<string> Tables(TimeSpan range) =>
    [
        .. new[] { "value", "page_url", "browser_name, browser_version" }.Select(labels => $$"""topk(10, count(count_over_time({kind="exception", app_name="{{app}}"} | logfmt [{{Text(range)}}])) by ({{labels}}))"""),
        $$"""topk(10, count(count_over_time({app_name="{{app}}",kind="measurement"} |= "ttfb" | logfmt [{{Text(range)}}])) by (browser_name, browser_version))""",
    ];

    private Task ReadAsync(IEnumerable<string> series, IEnumerable<string> tables, DateTimeOffset to, TimeSpan range)
    {
        var (start, end) = ((to - range).ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        var addresses = series.Select(query => $"loki/api/v1/query_range?query={Uri.EscapeDataString(query)}&start={start}&end={end}&step={Text(Step)}")
            .Concat(tables.Select(query => $"loki/api/v1/query?query={Uri.EscapeDataString(query)}&time={end}"));
        return Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (address, cancellation) =>
        {
            using var response = await loki.GetAsync(new Uri(address, UriKind.Relative), cancellation);
            // The dashboard shows such a panel as failed; anything else would make the comparison worthless.
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest)) response.EnsureSuccessStatusCode();
        });
    }

    private static string Text(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalSeconds}s");
}
