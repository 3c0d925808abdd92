using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>
/// One search for a page of sessions. It reads lines backward and takes each session at the first line that it meets. On a later page a
/// session may turn up again by an older line; whether it was listed before is then asked of Loki, so that the cursor needs no memory.
/// </summary>
internal sealed class SessionSearch(LokiClient loki, FaroScope scope, SessionQuestion question, PageCursor? first, int limit)
{
    // Queries stay short of what servers refuse; what they leave in is sorted out here.
    private const int MostExcluded = 200;
    private const int MostAsked = 50;
    private const int LinesAPageOfListed = 1000;

    private readonly List<SessionRow> _rows = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ExecutedQuery>.Builder _queries = ImmutableArray.CreateBuilder<ExecutedQuery>();
    // A session that began before the range may be alive in it.
    private readonly TimeRange _range = question.IsToldByTheStart ? question.Range.Widen(SessionListReader.LongestSession, TimeSpan.Zero) : question.Range;
    private readonly PageCursor? _first = first;
    private PageCursor? _position = first;
    private string? _cutShort;

    public bool IsDone { get; private set; }

    /// <summary>Reads one page of lines and takes its new sessions.</summary>
    public async Task ReadOnAsync(int lines, CancellationToken cancellation)
    {
        var page = await loki.ReadPageAsync(new LogRequest(Query([.. _known.Concat(_listed).Take(MostExcluded)]), _range) { After = _position, PageSize = lines }, cancellation);
        _queries.Add(page.Executed);
        await FindListedBeforeAsync(page.Records, cancellation);
        var taken = Take(page.Records);
        IsDone = _rows.Count == limit || page.Next is null || page.Interruption is not null;
        _position = taken < page.Records.Count ? PageCursor.Behind(page.Records, taken, _position) : page.Next;
        if (page.Interruption is { } interruption) _cutShort = $"Loki's answer broke off ({interruption.Message}) The list goes back to {page.Records[^1].ArrivalTime:yyyy-MM-dd HH:mm:ss} UTC.";
    }

    public Answer<SessionList> ToAnswer()
    {
        if (!IsDone) _cutShort = $"{_queries.Count} pages of lines held only {_rows.Count} sessions of this kind; older ones were not looked for yet.";
        return new Answer<SessionList>(new SessionList([.. _rows], _position), _queries.ToImmutable(), _cutShort);
    }

    /// <summary>Takes rows until the page of sessions is full, and says how many lines that took.</summary>
    private int Take(IReadOnlyList<FaroRecord> records)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (_rows.Count == limit) return i;
            if (records[i].Meta.SessionId is not { } id || !Matches(records[i]) || _listed.Contains(id) || !_known.Add(id)) continue;
            _rows.Add(Row(id, records[i]));
        }
        return records.Count;
    }

    // Lines that the cursor has passed belong to earlier pages.
    private async Task FindListedBeforeAsync(IReadOnlyList<FaroRecord> records, CancellationToken cancellation)
    {
        if (_first is null) return;
        var edge = DateTimeOffset.UnixEpoch.AddTicks(_first.Nanosecond / TimeSpan.NanosecondsPerTick);
        if (edge >= question.Range.To) return;
        var candidates = records.Select(r => r.Meta.SessionId).OfType<string>().Where(id => !_known.Contains(id) && !_listed.Contains(id)).Distinct(StringComparer.Ordinal);
        foreach (var some in candidates.Chunk(MostAsked)) await FindListedBeforeAsync(_first, some.ToHashSet(StringComparer.Ordinal), new TimeRange(edge, question.Range.To), cancellation);
    }

    private async Task FindListedBeforeAsync(PageCursor edge, HashSet<string> candidates, TimeRange passed, CancellationToken cancellation)
    {
        PageCursor? position = null;
        do
        {
            var query = Query([]).With(FieldFilter.Likely(FaroFields.SessionId, candidates, LineParser.Mixed));
            var page = await loki.ReadPageAsync(new LogRequest(query, passed) { After = position, PageSize = LinesAPageOfListed }, cancellation);
            _queries.Add(page.Executed);
            var found = page.Records.Where(r => edge.HasPassed(r) && Matches(r)).Select(r => r.Meta.SessionId).OfType<string>().Where(candidates.Contains).ToHashSet(StringComparer.Ordinal);
            _listed.UnionWith(found);
            candidates.ExceptWith(found);
            position = page.Next;
        }
        while (candidates.Count > 0 && position is not null);
    }

    private LogQuery Query(IReadOnlyCollection<string> known)
    {
        var query = question.IsToldByTheStart
            ? FaroQueries.SessionStarts(scope, LineParser.Mixed, question.Conditions)
            : FaroQueries.LinesOfOtherSessions(scope, LineParser.Mixed, question.Conditions, known);
        return question.User is { } user ? query.With(FieldFilter.ContainsInAnyOf(SessionMatch.UserKeys, user)) : query;
    }

    // The filters on the line's text are near enough for Loki; the fields themselves decide.
    private bool Matches(FaroRecord record) => SessionMatch.Holds(record, question);

    private SessionRow Row(string id, FaroRecord record)
    {
        var meta = record.Meta;
        return new SessionRow(
            id,
            record.Labels[scope.Names.App.ToString()] ?? meta.AppName ?? "",
            record.Labels[scope.Names.Environment.ToString()] ?? meta.AppEnvironment,
            meta.AppVersion,
            new Visitor(meta.UserId, meta.UserName, meta.UserEmail),
            meta.BrowserName, meta.BrowserOs, meta.PageId ?? meta.PageUrl,
            record.ArrivalTime, record.SharedText(FaroFields.EventName) == FaroEventNames.SessionStart, null);
    }
}
