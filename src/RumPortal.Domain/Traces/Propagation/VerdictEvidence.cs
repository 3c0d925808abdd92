namespace RumPortal.Domain.Traces.Propagation;

/// <summary>A row of <see cref="VerdictTable"/>.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Meaning">What happened, in a sentence.</param>
/// <param name="Needs">What must be seen.</param>
/// <param name="Excludes">What must not be seen.</param>
/// <param name="Confusable">What looks alike, and how the two are told apart.</param>
public sealed record VerdictEvidence(PropagationVerdict Verdict, string Meaning, string Needs, string Excludes, string Confusable);
