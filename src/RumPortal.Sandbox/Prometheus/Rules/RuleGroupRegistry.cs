using System.Collections.Immutable;

namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>The rule groups that are loaded. Whoever manages rule files writes here; the API and the schedule read. Safe for concurrent use.</summary>
public sealed class RuleGroupRegistry
{
    private ImmutableSortedDictionary<(string File, string Name), RuleGroup> _groups = ImmutableSortedDictionary<(string, string), RuleGroup>.Empty;

    /// <summary>Sorted by file and name.</summary>
    public IReadOnlyList<RuleGroup> Groups => [.. Volatile.Read(ref _groups).Values];

    /// <summary>Adds a group, or takes the place of the one with the same file and name.</summary>
    public void Set(RuleGroup group) => ImmutableInterlocked.Update(ref _groups, static (groups, added) => groups.SetItem((added.File, added.Name), added), group);

    /// <summary>Puts these groups in the place of all that the file had.</summary>
    public void SetFile(string file, IReadOnlyList<RuleGroup> groups) => ImmutableInterlocked.Update(
        ref _groups,
        static (all, change) => all.RemoveRange(all.Keys.Where(key => key.File == change.File)).SetItems(change.Groups.Select(group => KeyValuePair.Create((group.File, group.Name), group))),
        (File: file, Groups: groups));

    /// <returns>False when there is no such group.</returns>
    public bool Remove(string file, string name)
    {
        var removed = false;
        ImmutableInterlocked.Update(ref _groups, groups =>
        {
            removed = groups.ContainsKey((file, name));
            return groups.Remove((file, name));
        });
        return removed;
    }
}
