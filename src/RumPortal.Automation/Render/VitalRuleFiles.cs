using System.Collections.Immutable;

namespace RumPortal.Automation.Render;

/// <summary>The rules of one app.</summary>
/// <param name="Density">For Loki's ruler: one group, which records the buckets of every five minutes.</param>
/// <param name="RollUps">For Prometheus: a group for the hours and one for the days.</param>
/// <param name="Alerts">For Prometheus: one group; none when no alerts are wanted or nothing is recorded.</param>
/// <param name="Refused">Sets that are not recorded, each with the reason.</param>
public sealed record VitalRuleFiles(RuleFile Density, RuleFile RollUps, RuleFile Alerts, ImmutableArray<RefusedSet> Refused);
