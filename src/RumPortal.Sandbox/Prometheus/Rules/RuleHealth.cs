namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>How the last evaluation of a rule went.</summary>
/// <param name="EvaluatedAt">The time of the evaluation, not that of the samples.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Error">Null when it went well.</param>
public sealed record RuleHealth(DateTimeOffset EvaluatedAt, TimeSpan Duration, string? Error);
