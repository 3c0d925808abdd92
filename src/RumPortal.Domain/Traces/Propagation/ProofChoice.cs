using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// Which traces are worth reading whole: some of each kind of case, the most frequent kinds first. Reading all would cost more than the verdict is
/// worth; cases of one kind on one route nearly always have one cause.
/// </summary>
public static class ProofChoice
{
    /// <summary>Traces of one kind of case on one route.</summary>
    public const int MostOfAKind = 3;

    /// <summary>At most <paramref name="most"/> traces; first one of each kind, then the second ones.</summary>
    public static ImmutableArray<TraceId> Choose(IEnumerable<RequestCase> cases, int most)
    {
        var kinds = cases.Where(one => one.ProofTrace is not null)
            .GroupBy(ProofKind.Of)
            .OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key.ToString(), StringComparer.Ordinal)
            .Select(kind => Spread([.. kind.OrderBy(one => one.Request.Start).ThenBy(one => one.Request.TraceId.Value).Select(one => one.ProofTrace).OfType<TraceId>()]))
            .ToList();
        return [.. Enumerable.Range(0, MostOfAKind).SelectMany(place => kinds.Where(kind => place < kind.Count).Select(kind => kind[place])).Distinct().Take(most)];
    }

    // The newest says what is the matter now, the others whether it always was.
    private static List<TraceId> Spread(IReadOnlyList<TraceId> traces) =>
        [.. new[] { traces.Count - 1, 0, traces.Count / 2 }.Distinct().Select(index => traces[index]).Distinct()];
}
