using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;
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

    /// <summary>Finds traces.</summary>
    public async Task<TraceSearchAnswer> SearchAsync(TraceQuery query, TraceSearch search, CancellationToken cancellation)
    {
        CheckConfigured();
        var text = query.ToString();
        var call = _calls.Create("search traces", "api/search",
        [
            new("q", text),
            .. TempoCalls.Range(search.Range),
            new("limit", TempoCalls.Text(search.Limit)),
            new("spss", TempoCalls.Text(Math.Clamp(search.SpansPerTrace, 1, TraceSearch.MostSpansPerTrace))),
        ], text, isHeavy: true);
        var started = _time.GetTimestamp();
        var part = await _transport.ReadJsonAsync(call, SearchJson.Read, cancellation);
        var reachedLimit = part.Traces.Length >= search.Limit;
        return new TraceSearchAnswer(
            [.. part.Traces.OrderByDescending(trace => trace.Start)],
            reachedLimit,
            null,
            Executed("TraceQL", text, search.Range, started, part.Bytes));
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
