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
    private readonly List<SessionRow> _rows = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
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
        var page = await loki.ReadPageAsync(new LogRequest(Query(_known), _range) { After = _position, PageSize = lines }, cancellation);
        _queries.Add(page.Executed);
        var listed = await ListedBeforeAsync(page.Records, cancellation);
        var taken = Take(page.Records, listed);
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
    private int Take(IReadOnlyList<FaroRecord> records, HashSet<string> listed)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (_rows.Count == limit) return i;
            if (records[i].Meta.SessionId is not { } id || !Matches(records[i]) || !_known.Add(id) || listed.Contains(id)) continue;
            _rows.Add(Row(id, records[i]));
        }
        return records.Count;
    }

    // Newer lines than the cursor belong to earlier pages. Equal nanoseconds at the edge are the pager's business.
    private async Task<HashSet<string>> ListedBeforeAsync(IReadOnlyList<FaroRecord> records, CancellationToken cancellation)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        if (_first is null) return listed;
        var edge = DateTimeOffset.UnixEpoch.AddTicks(_first.Nanosecond / TimeSpan.NanosecondsPerTick);
        var candidates = records.Select(r => r.Meta.SessionId).OfType<string>().Where(id => !_known.Contains(id)).ToHashSet(StringComparer.Ordinal);
        while (candidates.Count > 0 && edge < question.Range.To)
        {
            var query = Query([]).With(FieldFilter.IsAnyOf(FaroFields.SessionId, candidates));
            var page = await loki.ReadPageAsync(new LogRequest(query, new TimeRange(edge, question.Range.To)) { PageSize = 1000 }, cancellation);
            _queries.Add(page.Executed);
            var found = page.Records.Where(r => IsNewer(r) && Matches(r)).Select(r => r.Meta.SessionId).OfType<string>().ToHashSet(StringComparer.Ordinal);
            listed.UnionWith(found);
            candidates.ExceptWith(found);
            if (page.Next is null || found.Count == 0) break;
        }
        return listed;
    }

    private bool IsNewer(FaroRecord record) => _first is not null && record.ArrivalNanoseconds > _first.Nanosecond;

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
