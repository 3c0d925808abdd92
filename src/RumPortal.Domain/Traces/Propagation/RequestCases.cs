using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>Finds what is beside each request.</summary>
public static class RequestCases
{
    /// <summary>One case for each request, in the order of the requests.</summary>
    public static ImmutableArray<RequestCase> Of(PropagationFacts facts)
    {
        var pairing = new RequestPairing(facts.Roots, facts.Shifts, facts.Requests.Select(request => request.Address.Host));
        var answered = facts.Linked.Select(request => request.TraceId).ToHashSet();
        // Where the trace holds spans of backends and none of its requests is their parent, the other half is in the trace itself.
        var torn = facts.WithBackend.Where(trace => !answered.Contains(trace)).ToHashSet();
        var unlinked = facts.Requests.Where(request => !facts.Linked.Contains(request.Key) && !torn.Contains(request.TraceId)).ToList();
        var pairs = pairing.Pair(unlinked);
        var preflights = pairing.PairPreflights(unlinked.Where(request => request.HasNoResponse && !pairs.ContainsKey(request.Key)));
        var cases = facts.Requests.Select(request => CaseOf(request, facts, torn, pairs, preflights)).ToImmutableArray();
        return WithoutChance(cases, new OwnSites(facts));
    }

    private static RequestCase CaseOf(
        BrowserRequest request, PropagationFacts facts, HashSet<TraceId> torn, Dictionary<RequestKey, BackendRoot> pairs, Dictionary<RequestKey, BackendRoot> preflights) =>
        facts.Linked.Contains(request.Key) ? new RequestCase(request, RequestContact.Linked, null)
        : torn.Contains(request.TraceId) ? new RequestCase(request, RequestContact.SameTrace, null)
        : pairs.TryGetValue(request.Key, out var root) ? new RequestCase(request, RequestContact.Paired, root)
        : preflights.TryGetValue(request.Key, out var preflight) ? new RequestCase(request, RequestContact.Preflight, preflight)
        : facts.WithBackend.Contains(request.TraceId) ? new RequestCase(request, RequestContact.SameTrace, null)
        : new RequestCase(request, RequestContact.Alone, null);

    // Paths such as "/" are called everywhere. Where the host of somebody else has a root for few of its requests, these are chance.
    private static ImmutableArray<RequestCase> WithoutChance(ImmutableArray<RequestCase> cases, OwnSites sites)
    {
        var doubtful = cases.GroupBy(one => (one.Request.App, one.Request.Address.Origin))
            .Where(origin => !sites.IsOwn(origin.Key.App, origin.First().Request.Address.Host)
                && origin.All(one => one.Contact is not (RequestContact.Linked or RequestContact.SameTrace))
                && origin.Count(one => one.Contact is not RequestContact.Alone) * 2 < origin.Count())
            .Select(origin => origin.Key).ToHashSet();
        return doubtful.Count == 0 ? cases
            : [.. cases.Select(one => doubtful.Contains((one.Request.App, one.Request.Address.Origin)) ? new RequestCase(one.Request, RequestContact.Alone, null) : one)];
    }
}
