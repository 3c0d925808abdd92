namespace RumPortal.Sandbox.Ruler.Evaluation;

/// <summary>A rule that gave nothing at a time, and why.</summary>
public sealed record EvaluationFailure(string Group, string Rule, DateTimeOffset Time, string Error);
