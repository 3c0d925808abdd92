using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Ruler.Evaluation;

namespace RumPortal.Sandbox.Ruler;

/// <summary>
/// Evaluates the past: first what the ruler records from lines, then what Prometheus makes of that. A real ruler cannot do so, its series
/// begin when a rule is loaded; the demo's history has to have recorded series for its whole length.
/// </summary>
public sealed class RuleHistory(LokiRuler ruler, PrometheusBackend prometheus)
{
    /// <summary>Evaluates every group at every time in [from, to] at which it is due. What was recorded for these times before is replaced.</summary>
    /// <returns>What the ruler recorded, and the count of samples that Prometheus' rules stored.</returns>
    public (EvaluationReport Recorded, long RolledUp) Evaluate(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default)
    {
        var recorded = ruler.EvaluateRange(from, to, cancellation);
        var rolledUp = 0L;
        // In the order of names, in which the finer roll-ups come before those that read them.
        foreach (var group in prometheus.Rules.Groups) rolledUp += prometheus.RuleEvaluator.EvaluateGrid(group, from - TimeSpan.FromMilliseconds(1), to, cancellation);
        return (recorded, rolledUp);
    }
}
