namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// By how much the backends' clock is ahead of a browser's, as the session's linked requests show it: a server answers within the time of its
/// request, so a server span outside of it tells the difference of the clocks.
/// </summary>
public static class SessionShift
{
    /// <summary>Nanoseconds by session. Sessions whose clock needs no correction are not listed.</summary>
    /// <param name="linked">Linked requests, each with the first server span of its trace.</param>
    public static Dictionary<string, long> Estimate(IEnumerable<(BrowserRequest Request, long ServerStart, long ServerEnd)> linked) => linked
        .Where(pair => pair.Request.Session is not null)
        .GroupBy(pair => pair.Request.Session ?? "", StringComparer.Ordinal)
        .Select(session => (session.Key, Shift: Median([.. session.Select(pair => ShiftOf(pair.Request, pair.ServerStart, pair.ServerEnd))])))
        .Where(session => session.Shift != 0)
        .ToDictionary(session => session.Key, session => session.Shift, StringComparer.Ordinal);

    // Nothing to correct while the server span lies within its request: then both clocks agree as far as one can tell.
    private static long ShiftOf(BrowserRequest request, long start, long end) =>
        start >= request.Start && end <= request.End ? 0 : ((start + end) - (request.Start + request.End)) / 2;

    private static long Median(long[] shifts)
    {
        Array.Sort(shifts);
        return shifts[shifts.Length / 2];
    }
}
