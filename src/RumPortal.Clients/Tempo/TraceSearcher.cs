using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using RumPortal.Clients.Http;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>
/// Runs one search. When the server refuses the range as too long, naming its limit (a week by default), the range is searched from its end
/// in pieces of that length, up to <see cref="MostPieces"/> of them and until the search's limit is reached.
/// </summary>
internal sealed partial class TraceSearcher(BackendTransport transport, TempoCalls calls)
{
    /// <summary>With the server's default limit eight weeks.</summary>
    public const int MostPieces = 8;

    private readonly List<SearchPart> _parts = [];
    private string? _cutShort;

    /// <summary>Bytes that the server says it read; null when it does not say.</summary>
    public long? Bytes => _parts.Any(part => part.Bytes is not null) ? _parts.Sum(part => part.Bytes ?? 0) : null;

    public async Task<(ImmutableArray<FoundTrace> Traces, bool ReachedLimit, string? CutShort)> RunAsync(
        string query, TraceSearch search, CancellationToken cancellation)
    {
        try
        {
            await ReadAsync(query, search, cancellation);
        }
        catch (BackendException failure) when (LongestRange(failure) is { } longest && longest < search.Range.Duration)
        {
            await ReadPiecesAsync(query, search, longest, cancellation);
        }
        var traces = Newest(_parts);
        var reachedLimit = traces.Length >= search.Limit;
        return ([.. traces.Take(search.Limit)], reachedLimit, CutShort(reachedLimit));
    }

    private async Task ReadPiecesAsync(string query, TraceSearch search, TimeSpan longest, CancellationToken cancellation)
    {
        var end = search.Range.To;
        for (var piece = 0; piece < MostPieces && end > search.Range.From && Newest(_parts).Length < search.Limit; piece++)
        {
            var start = end - search.Range.From > longest ? end - longest : search.Range.From;
            await ReadAsync(query, search with { Range = new TimeRange(start, end) }, cancellation);
            end = start;
        }
        if (end > search.Range.From && Newest(_parts).Length < search.Limit)
            _cutShort = string.Create(
                CultureInfo.InvariantCulture, $"Tempo searches {longest.TotalHours:0.#} h at once; nothing before {end:yyyy-MM-dd HH:mm} UTC was searched.");
    }

    private async Task ReadAsync(string query, TraceSearch search, CancellationToken cancellation)
    {
        var call = calls.Create("search traces", "api/search",
        [
            new("q", query),
            .. TempoCalls.Range(search.Range),
            new("limit", TempoCalls.Text(search.Limit)),
            new("spss", TempoCalls.Text(Math.Clamp(search.SpansPerTrace, 1, TraceSearch.MostSpansPerTrace))),
        ], query, isHeavy: true);
        _parts.Add(await transport.ReadJsonAsync(call, SearchJson.Read, cancellation));
    }

    // A trace on the border of two pieces is found in both; the richer finding stays.
    private static ImmutableArray<FoundTrace> Newest(IEnumerable<SearchPart> parts) =>
    [
        .. parts.SelectMany(part => part.Traces)
            .GroupBy(trace => trace.Id)
            .Select(found => found.MaxBy(trace => trace.Matched) ?? found.First())
            .OrderByDescending(trace => trace.Start)
            .ThenBy(trace => trace.Id.Value),
    ];

    // A search that has found enough leaves jobs undone, and that is no fault.
    private string? CutShort(bool reachedLimit)
    {
        var completed = _parts.Sum(part => (long)part.CompletedJobs);
        var total = _parts.Sum(part => (long)part.TotalJobs);
        var unreadable = _parts.Sum(part => part.Unreadable);
        string?[] sentences =
        [
            _cutShort,
            !reachedLimit && completed < total ? $"Tempo went through {completed} of {total} parts of the range." : null,
            unreadable > 0 ? $"{unreadable} {(unreadable == 1 ? "trace has" : "traces have")} no usable id and cannot be shown." : null,
            .. _parts.Select(part => part.LeftOut).Distinct(),
        ];
        var said = string.Join(' ', sentences.Where(sentence => sentence is not null));
        return said.Length == 0 ? null : said;
    }

    // 400 range specified by start and end exceeds 168h0m0s. received start=1795132800 end=1797724800
    private static TimeSpan? LongestRange(BackendException failure) =>
        failure is { Fault: BackendFault.LimitExceeded, Detail: { } text }
        && RangeLimit().Match(text) is { Success: true } match
        && ServerDuration.TryParse(match.Groups[1].Value, out var longest)
        // Both ends of a piece are rounded to whole seconds.
        && longest > TimeSpan.FromMinutes(1)
            ? longest - TimeSpan.FromSeconds(2)
            : null;

    [GeneratedRegex(@"range specified by start and end exceeds ([0-9a-z.µ]+[a-z])\.")]
    private static partial Regex RangeLimit();
}
