using System.Collections.Frozen;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// Joins unlinked requests of browsers with root spans of backends, one to one: the same path, the same method where both say one, the root
/// within the request's time. Of several candidates the nearest by the middle of both wins; the outcome does not depend on the order of the input.
/// </summary>
/// <remarks>
/// Each request looks at no more than <see cref="MostCandidates"/> roots of its path around its middle, so the work grows with the number of
/// requests and not with the product of both numbers.
/// </remarks>
public sealed class RequestPairing
{
    /// <summary>How far a root may stick out of its request on either side: clocks of browsers are rarely right to the millisecond.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(250);

    private const int MostCandidates = 32;

    private readonly FrozenDictionary<string, BackendRoot[]> _rootsOfPath;
    private readonly FrozenDictionary<string, long> _shifts;
    private readonly FrozenSet<string> _hosts;

    /// <param name="roots">The candidates.</param>
    /// <param name="shifts">By session: nanoseconds by which the backends' clock is ahead of the browser's.</param>
    /// <param name="hosts">The hosts that browsers called: a root that names one of them belongs to no request of another.</param>
    public RequestPairing(IEnumerable<BackendRoot> roots, IReadOnlyDictionary<string, long> shifts, IEnumerable<string> hosts)
    {
        _rootsOfPath = roots.GroupBy(root => root.Path, StringComparer.Ordinal).ToFrozenDictionary(
            path => path.Key, path => path.OrderBy(root => root.Centre).ThenBy(root => root.TraceId.Value).ThenBy(root => root.SpanId.Value).ToArray(), StringComparer.Ordinal);
        _shifts = shifts.ToFrozenDictionary(StringComparer.Ordinal);
        _hosts = hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The root of each request that has one.</summary>
    public Dictionary<RequestKey, BackendRoot> Pair(IEnumerable<BrowserRequest> requests) => Pair(requests, preflights: false);

    /// <summary>The preflight of each request that has one: a root of method OPTIONS.</summary>
    public Dictionary<RequestKey, BackendRoot> PairPreflights(IEnumerable<BrowserRequest> requests) => Pair(requests, preflights: true);

    private Dictionary<RequestKey, BackendRoot> Pair(IEnumerable<BrowserRequest> requests, bool preflights)
    {
        var candidates = new List<Candidate>();
        foreach (var request in requests) AddCandidates(request, preflights, candidates);
        candidates.Sort(Candidate.Compare);
        var (pairs, taken) = (new Dictionary<RequestKey, BackendRoot>(), new HashSet<RequestKey>());
        foreach (var (request, root, _) in candidates)
        {
            if (pairs.ContainsKey(request.Key) || !taken.Add(new RequestKey(root.TraceId, root.SpanId))) continue;
            pairs.Add(request.Key, root);
        }
        return pairs;
    }

    private void AddCandidates(BrowserRequest request, bool preflights, List<Candidate> candidates)
    {
        if (!_rootsOfPath.TryGetValue(request.Address.Path, out var roots)) return;
        var shift = request.Session is { } session ? _shifts.GetValueOrDefault(session) : 0;
        var (start, end) = (request.Start + shift, request.End + shift);
        var middle = start + end;
        var (below, above) = (LowerBound(roots, middle) - 1, LowerBound(roots, middle));
        for (var looked = 0; looked < MostCandidates && (below >= 0 || above < roots.Length); looked++)
        {
            var isBelow = above >= roots.Length || (below >= 0 && middle - roots[below].Centre <= roots[above].Centre - middle);
            var root = roots[isBelow ? below-- : above++];
            if (Fits(request, root, start, end, preflights)) candidates.Add(new Candidate(request, root, Math.Abs(root.Centre - middle)));
        }
    }

    private bool Fits(BrowserRequest request, BackendRoot root, long start, long end, bool preflights)
    {
        var slack = Slack.Ticks * TimeSpan.NanosecondsPerTick;
        return root.Start >= start - slack && root.End <= end + slack
            && (preflights ? root.IsPreflight : root.Method is null || request.Method is null || root.Method == request.Method)
            && !(root.Host is { } host && !host.Equals(request.Address.Host, StringComparison.OrdinalIgnoreCase) && _hosts.Contains(host));
    }

    private static int LowerBound(BackendRoot[] roots, long centre)
    {
        var (from, to) = (0, roots.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (roots[middle].Centre < centre) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private readonly record struct Candidate(BrowserRequest Request, BackendRoot Root, long Distance)
    {
        public static int Compare(Candidate one, Candidate other)
        {
            var order = one.Distance.CompareTo(other.Distance);
            if (order == 0) order = one.Request.TraceId.Value.CompareTo(other.Request.TraceId.Value);
            if (order == 0) order = one.Request.SpanId.Value.CompareTo(other.Request.SpanId.Value);
            if (order == 0) order = one.Root.TraceId.Value.CompareTo(other.Root.TraceId.Value);
            return order != 0 ? order : one.Root.SpanId.Value.CompareTo(other.Root.SpanId.Value);
        }
    }
}
