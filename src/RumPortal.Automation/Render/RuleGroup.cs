using System.Collections.Immutable;

namespace RumPortal.Automation.Render;

/// <summary>Rules that a server evaluates one after the other, at every interval.</summary>
/// <param name="Name">Unique within a file and within a namespace of the ruler; lower-case letters, digits and hyphens.</param>
/// <param name="Interval">Whole seconds.</param>
/// <param name="Rules">In the order of evaluation.</param>
public sealed record RuleGroup(string Name, TimeSpan Interval, ImmutableArray<Rule> Rules);
