namespace RumPortal.Domain.Traces.Propagation;

/// <summary>A request with its verdict.</summary>
/// <param name="Case">The request and what was found beside it.</param>
/// <param name="Verdict">What became of its trace.</param>
/// <param name="Proof">What its own proof trace shows; null when that was not read, even if traces of the same kind were.</param>
public sealed record JudgedRequest(RequestCase Case, PropagationVerdict Verdict, TraceProof? Proof)
{
    public BrowserRequest Request => Case.Request;

    public bool IsLinked => Verdict == PropagationVerdict.Linked;
}
