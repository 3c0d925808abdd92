using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;
using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Prometheus;

/// <summary>
/// Asks Prometheus (2.42 to 3.x) or a server with its API, as Mimir. Every method throws <see cref="BackendException"/> when there is no
/// usable answer, <see cref="BackendFault.NotFound"/> when no address is configured, and nothing else but the caller's own
/// <see cref="OperationCanceledException"/>. Cancelling ends the server's work too. Safe to share between threads.
/// </summary>
public sealed class PrometheusClient
{
    private readonly TimeProvider _time;
    private readonly BackendTransport _transport;
    private readonly PrometheusCalls _calls;

    public PrometheusClient(HttpClient http, IOptions<PrometheusOptions> options, BackendGuards guards, TimeProvider time)
    {
        var settings = options.Value;
        _time = time;
        IsConfigured = settings.Url.Length > 0;
        _transport = new BackendTransport(http, guards[Backend.Prometheus], settings, time);
        _calls = new PrometheusCalls(new Uri((IsConfigured ? settings.Url : "http://unset.invalid").TrimEnd('/') + "/"), settings);
    }

    /// <summary>Whether there is an address to ask.</summary>
    public bool IsConfigured { get; }

    /// <summary>Evaluates a query at one instant.</summary>
    public Task<MetricAnswer> QueryAsync(PromQuery query, DateTimeOffset at, CancellationToken cancellation) =>
        MetricAsync("query", "query", query, null, [new("time", PrometheusCalls.Seconds(at))], cancellation);

    /// <summary>Evaluates a query at each instant of a grid, both ends included.</summary>
    public Task<MetricAnswer> QueryRangeAsync(PromQuery query, StepGrid grid, CancellationToken cancellation) =>
        MetricAsync("query over time", "query_range", query, new TimeRange(grid.Start, grid.End + TimeSpan.FromTicks(1)),
        [
            new("start", PrometheusCalls.Seconds(grid.Start)),
            new("end", PrometheusCalls.Seconds(grid.End)),
            new("step", grid.Step.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)),
        ], cancellation);

    /// <summary>The names of labels of the series selected, or of all when no selector is given.</summary>
    public Task<PrometheusList<string>> LabelsAsync(
        TimeRange range, IReadOnlyCollection<SeriesSelector> selectors, CancellationToken cancellation) =>
        ReadAsync(
            _calls.Post("list labels", PrometheusCalls.Api + "labels", PrometheusCalls.Matching(range, selectors)),
            PrometheusJson.Strings, cancellation);

    /// <summary>The values of a label in the series selected, or in all when no selector is given.</summary>
    public Task<PrometheusList<string>> LabelValuesAsync(
        LabelName label, TimeRange range, IReadOnlyCollection<SeriesSelector> selectors, CancellationToken cancellation) =>
        ReadAsync(
            _calls.Get("list label values", $"{PrometheusCalls.Api}label/{label}/values", PrometheusCalls.Matching(range, selectors)),
            PrometheusJson.Strings, cancellation);

    /// <summary>The label sets of the series selected, the metric's name being the label <c>__name__</c>.</summary>
    /// <exception cref="ArgumentException">No selector is given.</exception>
    public Task<PrometheusList<LabelSet>> SeriesAsync(
        TimeRange range, IReadOnlyCollection<SeriesSelector> selectors, CancellationToken cancellation)
    {
        if (selectors.Count == 0) throw new ArgumentException("At least one selector is needed.", nameof(selectors));
        return ReadAsync(
            _calls.Post("list series", PrometheusCalls.Api + "series", PrometheusCalls.Matching(range, selectors)),
            PrometheusJson.LabelSets, cancellation);
    }

    /// <summary>The groups of rules that the server evaluates, with the health of each rule.</summary>
    public Task<ImmutableArray<RuleGroup>> RulesAsync(CancellationToken cancellation) =>
        ReadAsync(_calls.Get("read rules", PrometheusCalls.Api + "rules"), RuleJson.Groups, cancellation);

    /// <summary>What exporters say about a metric, or about all metrics.</summary>
    public Task<ImmutableArray<MetricMetadata>> MetadataAsync(MetricName? metric, CancellationToken cancellation) =>
        ReadAsync(
            _calls.Get("read metadata", PrometheusCalls.Api + "metadata", metric is { } name ? [new("metric", name.ToString())] : []),
            PrometheusJson.Metadata, cancellation);

    /// <summary>Product, version and revision of the server.</summary>
    public Task<BuildInfo> BuildInfoAsync(CancellationToken cancellation) =>
        ReadAsync(_calls.Get("read version", PrometheusCalls.Api + "status/buildinfo"), PrometheusJson.BuildInfo, cancellation);

    /// <summary>
    /// Returns when the server can answer queries. Below the prefix of Mimir there is no readiness; a query that reads nothing tells then.
    /// </summary>
    public async Task CheckReadyAsync(CancellationToken cancellation)
    {
        CheckConfigured();
        try
        {
            using var response = await _transport.SendAsync(_calls.Get("check readiness", "-/ready"), cancellation);
        }
        catch (BackendException failure) when (failure.Fault == BackendFault.NotFound)
        {
            await QueryAsync(new PromQuery.Scalar(1), _time.GetUtcNow(), cancellation);
        }
    }

    private Task<MetricAnswer> MetricAsync(
        string operation,
        string endpoint,
        PromQuery query,
        TimeRange? range,
        IEnumerable<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation)
    {
        var text = query.ToString();
        var call = _calls.Post(
            operation, PrometheusCalls.Api + endpoint, [new("query", text), .. parameters, new("stats", "true")], text, isHeavy: true);
        var started = _time.GetTimestamp();
        return ReadAsync(call, root =>
        {
            var series = MetricJson.Series(root);
            var executed = new ExecutedQuery(
                nameof(Backend.Prometheus), "PromQL", text, range, _time.GetUtcNow(), _time.GetElapsedTime(started), null, null);
            var histograms = MetricJson.HistogramCount(root);
            string[] leftOut = histograms == 0 ? [] : [$"{histograms} native histograms are left out: only numbers are read."];
            return new MetricAnswer(series, executed, [.. PrometheusJson.Warnings(root), .. leftOut])
            {
                Infos = PrometheusJson.Infos(root),
                Samples = PrometheusJson.Samples(root),
            };
        }, cancellation);
    }

    private async Task<T> ReadAsync<T>(BackendCall call, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        CheckConfigured();
        return await _transport.ReadJsonAsync(call, read, cancellation);
    }

    private void CheckConfigured()
    {
        if (IsConfigured) return;
        throw new BackendException(
            Backend.Prometheus, "query", BackendFault.NotFound, $"No Prometheus is configured. Set {PrometheusOptions.Section}:Url.");
    }
}
