namespace RumPortal.Sandbox.Ruler.Evaluation;

/// <summary>What came of evaluating rules.</summary>
/// <param name="Evaluations">Rules times instants, failed ones included.</param>
/// <param name="Samples">Stored samples, markers not included.</param>
/// <param name="Ended">Series that got a staleness marker because they were there one interval before.</param>
/// <param name="Failed">Evaluations that gave nothing.</param>
/// <param name="Failures">The newest failure of each rule.</param>
public sealed record EvaluationReport(long Evaluations, long Samples, long Ended, long Failed, IReadOnlyList<EvaluationFailure> Failures)
{
    public static EvaluationReport Nothing { get; } = new(0, 0, 0, 0, []);

    public static EvaluationReport operator +(EvaluationReport left, EvaluationReport right) => new(
        left.Evaluations + right.Evaluations, left.Samples + right.Samples, left.Ended + right.Ended, left.Failed + right.Failed, Newest([.. left.Failures, .. right.Failures]));

    private static List<EvaluationFailure> Newest(List<EvaluationFailure> failures) =>
        failures.Count < 2 ? failures : [.. failures.GroupBy(failure => (failure.Group, failure.Rule)).Select(rule => rule.MaxBy(failure => failure.Time)).OfType<EvaluationFailure>()];
}
