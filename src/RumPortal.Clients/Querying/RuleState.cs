using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Querying;

/// <summary>One rule and how its last evaluation went.</summary>
/// <param name="Name">The recorded metric, or the name of the alert.</param>
/// <param name="Query">The expression, as the server writes it.</param>
/// <param name="Labels">What the rule adds to its series.</param>
/// <param name="IsRecording">False for an alert.</param>
/// <param name="Health">See <see cref="RuleHealth"/>.</param>
/// <param name="LastError">What the last evaluation failed with; null when it did not.</param>
/// <param name="LastEvaluation">Null before the first.</param>
public sealed record RuleState(
    string Name,
    string Query,
    LabelSet Labels,
    bool IsRecording,
    RuleHealth Health,
    string? LastError,
    DateTimeOffset? LastEvaluation);
