using System.Collections.Immutable;

namespace RumPortal.Automation.Render;

/// <summary>A file of rule groups. Loki's ruler and Prometheus read the same form; only the language of the expressions differs.</summary>
public sealed record RuleFile(ImmutableArray<RuleGroup> Groups);
