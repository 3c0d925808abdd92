using System.Collections.Immutable;

namespace RumPortal.Clients.Querying;

/// <summary><c>by (a, b)</c>, or with <paramref name="Without"/> <c>without (a, b)</c>.</summary>
public sealed record Grouping(bool Without, ImmutableArray<LabelName> Names)
{
    public static Grouping By(params IEnumerable<LabelName> names) => new(false, [.. names]);

    public static Grouping ByAllBut(params IEnumerable<LabelName> names) => new(true, [.. names]);
}
