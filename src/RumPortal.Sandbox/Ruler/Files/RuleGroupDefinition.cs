namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>Rules that are evaluated together, as their file says it, not yet checked.</summary>
/// <param name="Name">Unique within a file or namespace.</param>
/// <param name="Interval">Null when the file leaves it to the server.</param>
/// <param name="Limit">Most series that one rule may give; 0 for no limit.</param>
/// <param name="Rules">In the order of evaluation.</param>
public sealed record RuleGroupDefinition(string Name, TimeSpan? Interval, int Limit, IReadOnlyList<RuleDefinition> Rules);
