using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// The two steps of a diagnosis. First the requests are compared with what backends sent, which says which traces are worth reading whole; then,
/// with these, each request gets its verdict.
/// </summary>
public sealed class PropagationDiagnosis(PropagationFacts facts)
{
    private readonly ImmutableArray<RequestCase> _cases = RequestCases.Of(facts);

    /// <summary>Traces that tell causes apart, the most telling first.</summary>
    public ImmutableArray<TraceId> ProofTraces(int most) => ProofChoice.Choose(_cases, most);

    /// <param name="proofs">Those of the proof traces that could be read.</param>
    /// <param name="range">The range that was asked for.</param>
    public PropagationReport Conclude(IEnumerable<TraceProof> proofs, TimeRange range) =>
        new(facts, range, RequestJudge.Judge(facts, _cases, proofs.DistinctBy(proof => proof.Id).ToDictionary(proof => proof.Id)));
}
