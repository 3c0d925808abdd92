using System.Collections.Immutable;
using RumPortal.Sandbox.Ruler.Files;

namespace RumPortal.Sandbox.Ruler.Groups;

/// <summary>The groups that are loaded, by namespace and name. Safe for concurrent use; readers see one state.</summary>
public sealed class RulerGroups(RulerOptions options)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _change = new();
    private ImmutableSortedDictionary<(string Namespace, string Name), RulerGroup> _groups = ImmutableSortedDictionary<(string, string), RulerGroup>.Empty;

    /// <summary>Sorted by namespace and name.</summary>
    public IReadOnlyList<RulerGroup> All => [.. Volatile.Read(ref _groups).Values];

    public RulerGroup? Find(string ns, string name) => Volatile.Read(ref _groups).GetValueOrDefault((ns, name));

    /// <summary>Adds a group, or takes the place of the one with the same name.</summary>
    /// <returns>What is wrong with it; empty when it is loaded.</returns>
    public IReadOnlyList<string> Set(string ns, RuleGroupDefinition definition)
    {
        var faults = RuleGroupValidation.FaultsOf(definition).ToList();
        if (definition.Rules.Count > options.MaxRulesPerGroup)
            faults.Add(FormattableString.Invariant($"per-user rules per rule group limit (limit: {options.MaxRulesPerGroup} actual: {definition.Rules.Count}) exceeded"));
        if (faults.Count > 0) return faults;
        var interval = definition.Interval ?? options.EvaluationInterval;
        var group = new RulerGroup(ns, definition, interval < ShortestInterval ? ShortestInterval : interval);
        lock (_change)
        {
            var groups = _groups.SetItem((ns, definition.Name), group);
            if (groups.Count > options.MaxGroups)
                return [FormattableString.Invariant($"per-user rule groups limit (limit: {options.MaxGroups} actual: {groups.Count}) exceeded")];
            Volatile.Write(ref _groups, groups);
        }

        return [];
    }

    /// <returns>False when there is no such group.</returns>
    public bool Remove(string ns, string name)
    {
        lock (_change)
        {
            var groups = _groups.Remove((ns, name));
            var removed = groups.Count < _groups.Count;
            Volatile.Write(ref _groups, groups);
            return removed;
        }
    }

    /// <returns>False when the namespace has no groups.</returns>
    public bool RemoveNamespace(string ns)
    {
        lock (_change)
        {
            var groups = _groups.RemoveRange(_groups.Keys.Where(key => key.Namespace == ns));
            var removed = groups.Count < _groups.Count;
            Volatile.Write(ref _groups, groups);
            return removed;
        }
    }
}
