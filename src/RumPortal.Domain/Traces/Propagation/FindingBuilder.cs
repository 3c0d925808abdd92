using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>Makes a finding of the requests of one part.</summary>
internal sealed class FindingBuilder
{
    private const int MostProofs = 3;

    private readonly PropagationFacts _facts;
    private readonly TimeRange _range;
    private readonly OwnSites _sites;
    private readonly Dictionary<(string App, string Origin), LinkedRate> _origins;

    public FindingBuilder(PropagationFacts facts, TimeRange range, ImmutableArray<JudgedRequest> requests)
    {
        (_facts, _range, _sites) = (facts, range, new OwnSites(facts));
        _origins = requests.GroupBy(request => (request.Request.App, request.Request.Address.Origin))
            .ToDictionary(origin => origin.Key, origin => PropagationReport.RateOf([.. origin]));
    }

    public RouteFinding Build(RequestPart part, ImmutableArray<JudgedRequest> all, DateTimeOffset? since, long start)
    {
        var requests = since is null ? all : all.RemoveAll(request => request.Request.Start < start);
        var rate = PropagationReport.RateOf(requests);
        var counts = requests.CountBy(request => request.Verdict).ToImmutableSortedDictionary(count => count.Key, count => count.Value);
        var (trend, verdict) = (LinkedTrend.Of(all, _range), Main(rate, counts));
        var finding = new RouteFinding
        {
            Part = part,
            Rate = rate,
            State = StateOf(part, rate, verdict),
            Verdict = verdict,
            Counts = counts,
            Trend = trend,
            Recheck = since is { } moment ? new Recheck(moment, PropagationReport.RateOf(all.RemoveAll(request => request.Request.Start >= start)), rate) : null,
        };
        return finding.HasVerdict ? WithVerdict(finding, all, requests) : finding;
    }

    private static PropagationVerdict Main(LinkedRate rate, ImmutableSortedDictionary<PropagationVerdict, int> counts)
    {
        var isWrong = rate.State switch
        {
            RouteState.Healthy => false,
            RouteState.TooFew => rate.Unlinked * 2 > rate.Requests,
            _ => true,
        };
        return isWrong
            ? counts.Where(count => count.Key != PropagationVerdict.Linked).OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key
            : PropagationVerdict.Linked;
    }

    private RouteState StateOf(RequestPart part, LinkedRate rate, PropagationVerdict verdict) =>
        rate.State == RouteState.TooFew && verdict is (PropagationVerdict.ThirdParty or PropagationVerdict.BackendNotInstrumented) ? _origins[(part.App, part.Origin)].State : rate.State;

    private RouteFinding WithVerdict(RouteFinding finding, ImmutableArray<JudgedRequest> all, ImmutableArray<JudgedRequest> requests)
    {
        var shown = requests.Where(request => request.Verdict == finding.Verdict).ToImmutableArray();
        var first = shown[0].Request;
        var hop = shown.Select(request => request.Proof?.Hop ?? request.Case.Root?.Service).FirstOrDefault(name => name is { Length: > 0 });
        var since = finding.State == RouteState.TooFew ? null : BrokenSince.Of(all, finding.Trend);
        var origin = _origins[(finding.Part.App, finding.Part.Origin)];
        var evidence = new EvidenceList(finding, requests, origin, since, _facts.RulesOf(finding.Part.App), _sites);
        return finding with
        {
            Since = since,
            Evidence = evidence.Build(),
            Confidence = ConfidenceRules.Of(finding, shown, origin, evidence.KnowsOwner),
            Proofs = Proofs(shown),
            Fix = FixWriter.Write(new FixQuestion(finding.Verdict, finding.Part, first, hop, _facts.RulesOf(finding.Part.App), finding.Rate, since)),
        };
    }

    // Traces that were read whole first, the newest of the others next.
    private static ImmutableArray<ProofPair> Proofs(ImmutableArray<JudgedRequest> shown) =>
    [
        .. shown.OrderByDescending(request => request.Proof is not null).ThenByDescending(request => request.Request.Start).ThenBy(request => request.Request.TraceId.Value)
            .Select(request => new ProofPair(request.Request.TraceId, request.Case.Root?.TraceId)).Distinct().Take(MostProofs),
    ];
}
