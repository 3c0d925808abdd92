using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>What makes a rule the same one after its file was loaded again.</summary>
internal readonly record struct RuleIdentity(string Record, string Query, LabelSet Labels);
