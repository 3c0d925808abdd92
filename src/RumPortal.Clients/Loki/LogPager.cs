using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>
/// The arithmetic of reading lines page by page without losing or repeating one. Loki's ranges are <c>[start, end)</c> and its limit
/// counts over all streams, so a page may end in the middle of a nanosecond: the next one begins with that nanosecond again, asks for as
/// many lines more as are known of it, and leaves those out.
/// </summary>
internal static class LogPager
{
    /// <summary>What to ask Loki for; null when nothing is left of the range.</summary>
    public static LogWindow? Window(LogRequest request, int mostEntries)
    {
        var (start, end) = (LokiCalls.Nanoseconds(request.Range.From), LokiCalls.Nanoseconds(request.Range.To));
        if (request.After is { } cursor)
        {
            if (request.Direction == LogDirection.Forward) start = Math.Max(start, cursor.Nanosecond);
            else end = Math.Min(end, cursor.Nanosecond == long.MaxValue ? cursor.Nanosecond : cursor.Nanosecond + 1);
        }
        var limit = (int)Math.Min((long)Math.Max(1, request.PageSize) + (request.After?.Known.Length ?? 0), mostEntries);
        return start < end ? new LogWindow(start, end, limit) : null;
    }

    /// <summary>Orders what came back and leaves out what earlier pages had.</summary>
    /// <param name="request">The request.</param>
    /// <param name="window">What was asked for.</param>
    /// <param name="records">What came back, stream by stream; sorted in place.</param>
    /// <param name="mostEntries">The most lines that Loki gives at once.</param>
    public static LogSlice Slice(LogRequest request, LogWindow window, List<FaroRecord> records, int mostEntries)
    {
        var isFull = records.Count >= window.Limit;
        Sort(records, request.Direction);
        var fresh = WithoutKnown(records, request.After);
        if (!isFull) return new LogSlice(fresh, null, Completeness.Complete);
        var last = records[^1].ArrivalNanoseconds;
        var known = KnownAt(last, fresh, request.After);
        // More lines in one nanosecond than Loki gives at once: the rest of them cannot be asked for.
        return known.Length >= mostEntries
            ? new LogSlice(fresh, Beyond(last, request.Direction), Completeness.Cut)
            : new LogSlice(fresh, new PageCursor(last, known), Completeness.More);
    }

    // Which lines of a nanosecond a limit lets through is Loki's choice, so those of earlier pages need not be in this answer.
    private static ImmutableArray<ulong> KnownAt(long nanosecond, List<FaroRecord> fresh, PageCursor? cursor)
    {
        var before = cursor?.Nanosecond == nanosecond ? cursor.Known : [];
        return [.. before, .. fresh.Where(record => record.ArrivalNanoseconds == nanosecond).Select(PageCursor.Fingerprint)];
    }

    private static void Sort(List<FaroRecord> records, LogDirection direction)
    {
        var sign = direction == LogDirection.Forward ? 1 : -1;
        if (IsSorted(records, sign)) return;
        // The order of arrival decides between equal times, so that the same answer always gives the same order.
        var order = new (long Nanosecond, int Index)[records.Count];
        for (var i = 0; i < order.Length; i++) order[i] = (records[i].ArrivalNanoseconds, i);
        Array.Sort(order, (one, other) =>
            one.Nanosecond != other.Nanosecond ? sign * one.Nanosecond.CompareTo(other.Nanosecond) : one.Index.CompareTo(other.Index));
        var unsorted = records.ToArray();
        for (var i = 0; i < order.Length; i++) records[i] = unsorted[order[i].Index];
    }

    private static bool IsSorted(List<FaroRecord> records, int sign)
    {
        for (var i = 1; i < records.Count; i++)
            if (sign * records[i - 1].ArrivalNanoseconds.CompareTo(records[i].ArrivalNanoseconds) > 0) return false;
        return true;
    }

    private static List<FaroRecord> WithoutKnown(List<FaroRecord> records, PageCursor? cursor)
    {
        if (cursor is null || cursor.Known.IsEmpty) return records;
        var known = cursor.Known.CountBy(fingerprint => fingerprint).ToDictionary();
        return records.FindAll(record =>
        {
            if (record.ArrivalNanoseconds != cursor.Nanosecond) return true;
            var fingerprint = PageCursor.Fingerprint(record);
            var left = known.GetValueOrDefault(fingerprint);
            if (left > 0) known[fingerprint] = left - 1;
            return left == 0;
        });
    }

    private static PageCursor Beyond(long nanosecond, LogDirection direction) =>
        new(direction == LogDirection.Forward ? nanosecond + 1 : nanosecond - 1, []);
}
