using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;

namespace RumPortal.Clients.Prometheus;

/// <summary>
/// The series of one recording rule: each report counts once in them, so that a query must read exactly one set. The rules of several sets
/// record under one name and tell themselves apart by the constant label <c>dimensions</c>.
/// </summary>
/// <param name="Name">The value of that label; null for series without it, which count as one set.</param>
/// <param name="Dimensions">The keys by which its counts can be split and filtered, beside app, environment and vital.</param>
public sealed record RecordedSet(string? Name, ImmutableSortedSet<string> Dimensions)
{
    /// <summary>The constant label that rules set to <see cref="NameOf"/>.</summary>
    public const string NameLabel = "dimensions";

    // A label cannot be empty.
    private const string WithoutDimensions = "-";

    /// <summary>The name of a set: its keys in ordinal order, joined by commas; <c>-</c> for none.</summary>
    public static string NameOf(IEnumerable<LabelName> dimensions)
    {
        var names = string.Join(',', dimensions.Select(name => name.ToString()).ToImmutableSortedSet(StringComparer.Ordinal));
        return names.Length == 0 ? WithoutDimensions : names;
    }

    /// <summary>The set of a name.</summary>
    public static RecordedSet Named(string name) =>
        new(name, name == WithoutDimensions ? Sorted([]) : Sorted(name.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The set of series without a name, from the labels that they have beyond those of every set.</summary>
    public static RecordedSet Unnamed(IEnumerable<string> dimensions) => new(null, Sorted(dimensions));

    /// <summary>Whether the set can answer: it has all keys that the selection splits or filters by.</summary>
    public bool Holds(VitalSelection selection) =>
        selection.Dimensions.Select(name => name.ToString()).Concat(selection.Filters.Select(filter => filter.Key)).All(Has);

    /// <summary>The set with the fewest keys among those that can answer; null when none can.</summary>
    public static RecordedSet? Smallest(IEnumerable<RecordedSet> sets, VitalSelection selection) =>
        sets.Where(set => set.Holds(selection))
            .OrderBy(set => set.Dimensions.Count)
            .ThenBy(set => set.Name, StringComparer.Ordinal)
            .FirstOrDefault();

    private bool Has(string key) => key is FaroFields.AppName or FaroFields.AppEnvironment || Dimensions.Contains(key);

    private static ImmutableSortedSet<string> Sorted(IEnumerable<string> names) => names.ToImmutableSortedSet(StringComparer.Ordinal);
}
