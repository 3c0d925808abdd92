using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>
/// Asks Tempo (2.4 to 3.x) for traces. Every method throws <see cref="BackendException"/> when there is no usable answer,
/// <see cref="BackendFault.NotFound"/> when no address is configured, and nothing else but the caller's own
/// <see cref="OperationCanceledException"/>. Cancelling ends the server's work too. Safe to share between threads.
/// </summary>
public sealed class TempoClient
{
    // Only blocks that touch the window are searched, and a trace's last spans may lie in a later one.
    private static readonly TimeSpan WindowSlack = TimeSpan.FromHours(1);

    private readonly TimeProvider _time;
    private readonly BackendTransport _transport;
    private readonly TempoCalls _calls;
    private readonly TraceLookup _lookup;

    public TempoClient(HttpClient http, IOptions<TempoOptions> options, BackendGuards guards, TimeProvider time)
    {
        var settings = options.Value;
        _time = time;
        IsConfigured = settings.Url.Length > 0;
        _transport = new BackendTransport(http, guards[Backend.Tempo], settings, time);
        _calls = new TempoCalls(new Uri((IsConfigured ? settings.Url : "http://unset.invalid").TrimEnd('/') + "/"), settings);
        _lookup = new TraceLookup(_transport, _calls);
    }

    /// <summary>Whether there is an address to ask.</summary>
    public bool IsConfigured { get; }

    /// <summary>Reads one trace.</summary>
    /// <param name="id">The trace.</param>
    /// <param name="window">
    /// Where the trace is believed to lie, which spares the server most of its blocks. It is searched with an hour on both sides; after a
    /// miss everything is.
    /// </param>
    /// <param name="cancellation">Ends the request.</param>
    public async Task<TraceAnswer> TraceAsync(TraceId id, TimeRange? window, CancellationToken cancellation)
    {
        CheckConfigured();
        var started = _time.GetTimestamp();
        var range = window?.Widen(WindowSlack, WindowSlack);
        var (trace, cutShort) = await _lookup.ReadAsync(id, range, cancellation);
        if (trace is null && cutShort is null && range is not null)
        {
            range = null;
            (trace, cutShort) = await _lookup.ReadAsync(id, range, cancellation);
        }
        return new TraceAnswer(trace, cutShort, Executed("Trace by id", id.ToString(), range, started, null));
    }

    /// <summary>Finds traces, newest first. A range longer than the server searches at once is searched in pieces, from its end.</summary>
    public async Task<TraceSearchAnswer> SearchAsync(TraceQuery query, TraceSearch search, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(search.Limit, 1);
        CheckConfigured();
        var text = query.ToString();
        var started = _time.GetTimestamp();
        var searcher = new TraceSearcher(_transport, _calls);
        var (traces, reachedLimit, cutShort) = await searcher.RunAsync(text, search, cancellation);
        return new TraceSearchAnswer(traces, reachedLimit, cutShort, Executed("TraceQL", text, search.Range, started, searcher.Bytes));
    }

    /// <summary>The names of attributes that spans in a range have.</summary>
    /// <param name="scope">One of the scopes in <see cref="TraceTags"/>; null for all.</param>
    /// <param name="range">The names are approximate: of blocks that touch it.</param>
    /// <param name="cancellation">Ends the request.</param>
    public Task<ImmutableArray<TraceTags>> TagsAsync(string? scope, TimeRange range, CancellationToken cancellation)
    {
        IReadOnlyList<KeyValuePair<string, string>> wanted = scope is null ? [] : [new("scope", scope)];
        return ReadAsync("list attributes", "api/v2/search/tags", [.. wanted, .. TempoCalls.Range(range)], TagJson.Tags, cancellation);
    }

    /// <summary>The values that a field has in a range.</summary>
    /// <param name="field">An attribute or intrinsic.</param>
    /// <param name="among">Which spans count; null for all. The server may look away from conditions that are no simple comparisons.</param>
    /// <param name="range">As with <see cref="TagsAsync"/>.</param>
    /// <param name="cancellation">Ends the request.</param>
    public Task<ImmutableArray<TraceTagValue>> TagValuesAsync(
        TraceField field, SpanCondition? among, TimeRange range, CancellationToken cancellation)
    {
        IReadOnlyList<KeyValuePair<string, string>> filter =
            among is null ? [] : [new("q", TraceQlRenderer.Render(Spanset.Where(among)))];
        var path = $"api/v2/search/tag/{Uri.EscapeDataString(field.ToString())}/values";
        return ReadAsync("list attribute values", path, [.. filter, .. TempoCalls.Range(range)], TagJson.Values, cancellation);
    }

    /// <summary>Evaluates a query at each instant of a grid. A sample is of one step; whether of that before or after its time is up to the server.</summary>
    public async Task<MetricAnswer> MetricsRangeAsync(TraceMetricQuery query, StepGrid grid, CancellationToken cancellation)
    {
        var text = query.ToString();
        var range = new TimeRange(grid.Start, grid.End + TimeSpan.FromTicks(1));
        var started = _time.GetTimestamp();
        return await ReadAsync("query over time", "api/metrics/query_range",
        [
            new("q", text),
            new("start", TempoCalls.Text(grid.Start.ToUnixTimeSeconds())),
            new("end", TempoCalls.Text(grid.End.ToUnixTimeSeconds())),
            new("step", QueryDuration.Format(grid.Step)),
        ], root => new MetricAnswer(
            TraceMetricJson.Series(root),
            Executed("TraceQL", text, range, started, TraceMetricJson.Bytes(root)),
            TraceMetricJson.Warnings(root)), cancellation, text);
    }

    /// <summary>Version and revision of the server.</summary>
    public Task<BuildInfo> BuildInfoAsync(CancellationToken cancellation) =>
        ReadAsync("read version", "api/status/buildinfo", [], TagJson.BuildInfo, cancellation);

    /// <summary>
    /// Returns when the server answers queries. It asks for the echo, which lies behind the same prefix, gateway and tenant as all queries.
    /// </summary>
    public async Task CheckReadyAsync(CancellationToken cancellation)
    {
        CheckConfigured();
        using var response = await _transport.SendAsync(_calls.Create("check readiness", "api/echo", []), cancellation);
    }

    private async Task<T> ReadAsync<T>(
        string operation,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        Func<JsonElement, T> read,
        CancellationToken cancellation,
        string? query = null)
    {
        CheckConfigured();
        return await _transport.ReadJsonAsync(_calls.Create(operation, path, parameters, query, query is not null), read, cancellation);
    }

    private ExecutedQuery Executed(string language, string text, TimeRange? range, long started, long? bytes) =>
        new(nameof(Backend.Tempo), language, text, range, _time.GetUtcNow(), _time.GetElapsedTime(started), bytes, null);

    private void CheckConfigured()
    {
        if (IsConfigured) return;
        throw new BackendException(
            Backend.Tempo, "query", BackendFault.NotFound, $"No Tempo is configured. Set {TempoOptions.Section}:Url.");
    }
}
