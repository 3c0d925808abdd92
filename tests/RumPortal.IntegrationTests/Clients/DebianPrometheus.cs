using RumPortal.Testing.Conformance;
using RumPortal.Testing.Prometheus;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>
/// One Prometheus of Debian for all tests of the collection. Beside the conformance data it holds an app <c>named</c>, whose reports are
/// recorded in two sets and two tiers.
/// </summary>
public sealed class DebianPrometheus : IAsyncLifetime
{
    public const string Named = "named";

    private PrometheusProcess? _process;

    /// <summary>Its address; a test that asks for it is skipped where the package is missing.</summary>
    public Uri Url
    {
        get
        {
            Assert.SkipUnless(PrometheusProcess.IsInstalled, "Debian's package prometheus is not installed.");
            return _process?.Url ?? throw new InvalidOperationException("Not started.");
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (PrometheusProcess.IsInstalled) _process = await PrometheusProcess.StartAsync([KitMetrics.Text, NamedSets()], TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    // Each set counts the same three reports of every five minutes from 10:02:30 to 11:57:30, two days after the conformance data.
    private static string NamedSets()
    {
        var start = KitDensity.Range.From.AddDays(2).AddHours(10).AddSeconds(150).ToUnixTimeSeconds();
        var five = Enumerable.Range(0, 24).Select(i => start + (i * 300)).ToList();
        string[] sets =
        [
            """dimensions="app_version,browser_name",app_version="118",browser_name="Arc" """, """dimensions="app_version,browser_name",app_version="118" """,
            """dimensions="page_id",page_id="/cart" """,
        ];
        int[] counts = [2, 1, 3];
        IEnumerable<string> Samples(string metric, IEnumerable<long> times, int factor) => sets.SelectMany((set, i) => times.Select(time =>
            $"{metric}{{app_name=\"{Named}\",app_environment=\"production\",vital=\"lcp\",le=\"2500\",scheme=\"vitals-24\",{set.TrimEnd()}}} {counts[i] * factor} {time}"));
        string[] lines =
        [
            "# TYPE rum_vital_density:count5m gauge", .. Samples("rum_vital_density:count5m", five, 1),
            "# TYPE rum_vital_density:count1h gauge", .. Samples("rum_vital_density:count1h", [start + 3450, start + 7050], 12), "# EOF", "",
        ];
        return string.Join('\n', lines);
    }
}

[CollectionDefinition(nameof(DebianPrometheus))]
public sealed class DebianPrometheusCollection : ICollectionFixture<DebianPrometheus>;
