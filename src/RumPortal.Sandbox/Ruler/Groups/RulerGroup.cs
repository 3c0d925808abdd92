using RumPortal.Sandbox.Ruler.Files;

namespace RumPortal.Sandbox.Ruler.Groups;

/// <summary>A group that is loaded. Posting it again makes a new one, whose rules have not been evaluated yet.</summary>
public sealed class RulerGroup
{
    internal RulerGroup(string ns, RuleGroupDefinition definition, TimeSpan interval)
    {
        (Namespace, Definition, Interval) = (ns, definition, interval);
        Rules = [.. definition.Rules.Select(rule => new RulerRule(rule))];
    }

    public string Namespace { get; }

    public RuleGroupDefinition Definition { get; }

    /// <summary>The group's own interval, or the ruler's for a group that names none: the time between two samples of a series.</summary>
    public TimeSpan Interval { get; }

    public IReadOnlyList<RulerRule> Rules { get; }
}
