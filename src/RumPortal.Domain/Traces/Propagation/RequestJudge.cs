using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// From what was found beside each request to its verdict, by the rules of <see cref="VerdictTable"/>. What a proof trace shows holds for its own
/// request, and by majority for the requests of the same kind whose traces were not read.
/// </summary>
public sealed class RequestJudge
{
    private readonly PropagationFacts _facts;
    private readonly OwnSites _sites;
    private readonly IReadOnlyDictionary<TraceId, TraceProof> _proofs;
    private readonly Dictionary<ProofKind, PropagationVerdict> _usual;
    private readonly HashSet<string> _answering;
    private readonly HashSet<TraceId> _linkedTraces;

    private RequestJudge(PropagationFacts facts, ImmutableArray<RequestCase> cases, IReadOnlyDictionary<TraceId, TraceProof> proofs)
    {
        (_facts, _proofs, _sites) = (facts, proofs, new OwnSites(facts));
        _answering = cases.Where(one => one.Contact != RequestContact.Alone).Select(one => one.Request.Address.Origin).ToHashSet(StringComparer.Ordinal);
        _linkedTraces = cases.Where(one => one.Contact == RequestContact.Linked).Select(one => one.Request.TraceId).ToHashSet();
        _usual = cases.Where(one => ProofOf(one) is not null).GroupBy(ProofKind.Of).ToDictionary(
            kind => kind.Key,
            kind => kind.Select(one => Proven(one, ProofOf(one))).CountBy(verdict => verdict).OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key);
    }

    /// <summary>One verdict for each case, in their order.</summary>
    public static ImmutableArray<JudgedRequest> Judge(PropagationFacts facts, ImmutableArray<RequestCase> cases, IReadOnlyDictionary<TraceId, TraceProof> proofs)
    {
        var judge = new RequestJudge(facts, cases, proofs);
        return [.. cases.Select(one => new JudgedRequest(one, judge.VerdictOf(one), judge.ProofOf(one)))];
    }

    private PropagationVerdict VerdictOf(RequestCase one) => one.Contact switch
    {
        RequestContact.Linked => PropagationVerdict.Linked,
        RequestContact.Preflight when !_sites.IsPageOrigin(one.Request.App, one.Request.Address.Origin) => PropagationVerdict.PreflightRefused,
        RequestContact.SameTrace or RequestContact.Paired when ProofOf(one) is { } proof => Proven(one, proof),
        RequestContact.Paired when one.Root is { TraceId.Is64Bit: true } => PropagationVerdict.FormatMismatch,
        RequestContact.SameTrace or RequestContact.Paired when _usual.TryGetValue(ProofKind.Of(one), out var usual) => usual,
        RequestContact.SameTrace or RequestContact.Paired => Proven(one, null),
        _ => Unanswered(one.Request),
    };

    private TraceProof? ProofOf(RequestCase one) => one.ProofTrace is { } trace ? _proofs.GetValueOrDefault(trace) : null;

    private PropagationVerdict Proven(RequestCase one, TraceProof? proof)
    {
        if (one.Contact == RequestContact.SameTrace)
        {
            // Without the trace: spans of backends beside a linked request are that one's.
            var isTorn = proof is null ? !_linkedTraces.Contains(one.Request.TraceId) : proof.Orphans > 0;
            return isTorn ? PropagationVerdict.SampledOut : PropagationVerdict.NoBackendSpan;
        }
        if (proof?.LinkedTraces.Contains(one.Request.TraceId) == true) return PropagationVerdict.Restarted;
        // A hop that captured the header and is Jaeger's did not understand it.
        if (proof?.HasJaegerMarks == true || one.Root is { TraceId.Is64Bit: true }) return PropagationVerdict.FormatMismatch;
        if (proof?.ReceivedTraces.Contains(one.Request.TraceId) == true) return PropagationVerdict.Restarted;
        return HeaderLost(one.Request);
    }

    private PropagationVerdict HeaderLost(BrowserRequest request) => IsInjected(request) switch
    {
        true => PropagationVerdict.Stripped,
        false => PropagationVerdict.NotInjected,
        null => PropagationVerdict.StrippedOrNotInjected,
    };

    // Requests to the page's own origin always carry the header.
    private bool? IsInjected(BrowserRequest request) =>
        _sites.IsPageOrigin(request.App, request.Address.Origin) ? true : _facts.RulesOf(request.App).Injects(request.Url);

    private PropagationVerdict Unanswered(BrowserRequest request) =>
        _answering.Contains(request.Address.Origin) ? PropagationVerdict.NoBackendSpan
        : _sites.KnowsPages(request.App) && !_sites.IsOwn(request.App, request.Address.Host) ? PropagationVerdict.ThirdParty
        : PropagationVerdict.BackendNotInstrumented;
}
