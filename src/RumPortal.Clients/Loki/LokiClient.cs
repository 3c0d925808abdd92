using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Asks Loki (3.7, and older ones as far as they have what is asked). Every method throws <see cref="BackendException"/> when there is no
/// usable answer, and nothing else but the caller's own <see cref="OperationCanceledException"/>. Cancelling ends Loki's work too. Safe to
/// share between threads.
/// </summary>
public sealed class LokiClient
{
    private readonly LokiOptions _options;
    private readonly TimeProvider _time;
    private readonly BackendTransport _transport;
    private readonly LokiCalls _calls;
    private readonly LogPageReader _lines;

    public LokiClient(HttpClient http, IOptions<LokiOptions> options, BackendGuards guards, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _transport = new BackendTransport(http, guards[Backend.Loki], _options, time);
        _calls = new LokiCalls(new Uri(_options.Url.TrimEnd('/') + "/"), _options);
        _lines = new LogPageReader(_transport, _calls, _options, time);
        Labels = _options.Labels.ToNames();
    }

    /// <summary>The installation's label names.</summary>
    public StreamLabelNames Labels { get; }

    /// <summary>Reads one page of lines.</summary>
    public Task<LogPage> ReadPageAsync(LogRequest request, CancellationToken cancellation) =>
        _lines.ReadAsync(request, NewBuffer(), cancellation);

    /// <summary>
    /// Reads page after page: a first one of <see cref="LogRequest.PageSize"/> lines, which is there soon, then as many at once as Loki
    /// gives. Ends with the range, at an interruption, or when <paramref name="mostLines"/> are read; the last page's
    /// <see cref="LogPage.Next"/> says whether there was more. A page is asked for when the previous one was taken.
    /// </summary>
    public async IAsyncEnumerable<LogPage> ReadAllAsync(
        LogRequest request, int mostLines, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = NewBuffer();
        var left = mostLines;
        while (left > 0)
        {
            var page = await _lines.ReadAsync(request with { PageSize = Math.Min(request.PageSize, left) }, buffer, cancellation);
            yield return page;
            left -= page.Records.Count;
            if (page.Next is null || page.Completeness == Completeness.Interrupted) yield break;
            request = request with { After = page.Next, PageSize = _options.MaxEntries };
        }
    }

    /// <summary>Evaluates a metric at each instant of a grid.</summary>
    public Task<MetricAnswer> QueryRangeAsync(MetricQuery query, StepGrid grid, CancellationToken cancellation) =>
        MetricAsync("count over time", "query_range", query, new TimeRange(grid.Start, grid.End + TimeSpan.FromTicks(1)),
        [
            new("start", LokiCalls.Text(LokiCalls.Nanoseconds(grid.Start))),
            new("end", LokiCalls.Text(LokiCalls.Nanoseconds(grid.End))),
            new("step", grid.Step.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)),
        ], cancellation);

    /// <summary>Evaluates a metric at one instant.</summary>
    public Task<MetricAnswer> QueryAsync(MetricQuery query, DateTimeOffset at, CancellationToken cancellation) =>
        MetricAsync("count", "query", query, null, [new("time", LokiCalls.Text(LokiCalls.Nanoseconds(at)))], cancellation);

    /// <summary>The names of stream labels that have data in the range, of the streams selected.</summary>
    public Task<ImmutableArray<string>> LabelsAsync(TimeRange range, StreamSelector? selector, CancellationToken cancellation) =>
        _transport.ReadJsonAsync(_calls.Select("list labels", "labels", range, selector), LokiJson.Strings, cancellation);

    /// <summary>The values of one stream label in the range, of the streams selected.</summary>
    public Task<ImmutableArray<string>> LabelValuesAsync(
        LabelName label, TimeRange range, StreamSelector? selector, CancellationToken cancellation) =>
        _transport.ReadJsonAsync(_calls.Select("list label values", $"label/{label}/values", range, selector), LokiJson.Strings, cancellation);

    /// <summary>The label sets of the streams selected that have data in the range.</summary>
    public Task<ImmutableArray<LabelSet>> SeriesAsync(StreamSelector selector, TimeRange range, CancellationToken cancellation) =>
        _transport.ReadJsonAsync(_calls.Select("list streams", "series", range, selector, "match[]"), LokiJson.LabelSets, cancellation);

    /// <summary>How much data a query over these streams would read; cheap, from the index.</summary>
    public Task<IndexStats> IndexStatsAsync(StreamSelector selector, TimeRange range, CancellationToken cancellation) =>
        _transport.ReadJsonAsync(_calls.Select("estimate cost", "index/stats", range, selector), LokiJson.Stats, cancellation);

    /// <summary>
    /// Bytes stored by the values of these labels, biggest first; cheap, from the index. <see cref="BackendFault.NotFound"/> where it is
    /// off.
    /// </summary>
    public Task<ImmutableArray<Volume>> VolumeAsync(
        StreamSelector selector, TimeRange range, IReadOnlyCollection<LabelName> labels, int limit, CancellationToken cancellation)
    {
        var call = _calls.Select("measure volume", "index/volume", range, selector, "query",
            new("targetLabels", string.Join(',', labels)), new("aggregateBy", "series"), new("limit", LokiCalls.Text(limit)));
        return _transport.ReadJsonAsync(call, LokiJson.Volumes, cancellation);
    }

    /// <summary>
    /// The groups of the ruler with the health of their rules; none when the tenant has no rules. <see cref="BackendFault.NotFound"/>
    /// where there is no ruler.
    /// </summary>
    public Task<ImmutableArray<RuleGroup>> RulesAsync(CancellationToken cancellation) =>
        _transport.ReadJsonAsync(_calls.Create("read rules", "prometheus/api/v1/rules", []), RuleJson.Groups, cancellation);

    /// <summary>Version and revision of the server.</summary>
    public Task<BuildInfo> BuildInfoAsync(CancellationToken cancellation) =>
        _transport.ReadJsonAsync(_calls.Create("read version", LokiCalls.Api + "status/buildinfo", []), LokiJson.BuildInfo, cancellation);

    /// <summary>The tenant's limits. <see cref="BackendFault.NotFound"/> before Loki 3.6.</summary>
    public Task<LokiLimits> LimitsAsync(CancellationToken cancellation) =>
        _transport.ReadJsonAsync(_calls.Create("read limits", LokiCalls.Api + "drilldown-limits", []), LokiJson.Limits, cancellation);

    /// <summary>The query as Loki writes it; <see cref="BackendFault.BadQuery"/> when it is none. Reads no data.</summary>
    public async Task<string> FormatQueryAsync(string query, CancellationToken cancellation)
    {
        var call = _calls.Create("check query", LokiCalls.Api + "format_query", [new("query", query)], query);
        LokiCalls.CheckLength(call, query);
        return await _transport.ReadJsonAsync(call, LokiJson.FormattedQuery, cancellation);
    }

    /// <summary>Returns when Loki says that it is ready.</summary>
    public async Task CheckReadyAsync(CancellationToken cancellation)
    {
        using var response = await _transport.SendAsync(_calls.Create("check readiness", "ready", []), cancellation);
    }

    private async Task<MetricAnswer> MetricAsync(
        string operation,
        string endpoint,
        MetricQuery query,
        TimeRange? range,
        IEnumerable<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation)
    {
        var text = query.ToString();
        var call = _calls.Create(operation, LokiCalls.Api + endpoint, [new("query", text), .. parameters], text, isHeavy: true);
        LokiCalls.CheckLength(call, text);
        var started = _time.GetTimestamp();
        return await _transport.ReadJsonAsync(call, root =>
        {
            var (bytes, lines) = LokiJson.Cost(root);
            var series = MetricJson.Series(root);
            var executed = new ExecutedQuery(
                nameof(Backend.Loki), "LogQL", text, range, _time.GetUtcNow(), _time.GetElapsedTime(started), bytes, lines);
            return new MetricAnswer(series, executed, ApiJson.OptionalTexts(root, "warnings"));
        }, cancellation);
    }

    private FaroRecordBuffer NewBuffer() => new(Labels.Kind?.ToString());
}
