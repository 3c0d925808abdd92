using System.Collections.Immutable;
using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>From when on a route lost its traces: the one change that parts its requests best, if chance does not explain it.</summary>
/// <param name="At">When it began; null when it was so during all of what was read.</param>
/// <param name="Version">The app's version that it began with; null when versions do not part the requests better than time does.</param>
/// <param name="Before">The requests before.</param>
/// <param name="After">The requests from then on.</param>
public sealed record BrokenSince(DateTimeOffset? At, string? Version, LinkedRate Before, LinkedRate After)
{
    private const int LeastRequests = 10;
    private const double LeastFall = 0.1;

    // What never worked was not lost: its share moves with who happens to visit.
    private const double LeastBefore = LinkedRate.Degraded;

    // Twice the log-likelihood ratio of two rates against one; 16 is met by chance less than once in ten thousand, with room for many looks.
    private const double LeastEvidence = 16;

    // Versions come in over some time, so a version that explains nearly as much as the best moment does is the cause.
    private const double VersionShare = 0.8;

    public bool IsAlways => At is null;

    public static BrokenSince Of(IReadOnlyList<JudgedRequest> requests, LinkedTrend trend)
    {
        var all = trend.Rates.Aggregate(LinkedRate.Add);
        var time = Best(trend.Rates);
        var versions = requests.GroupBy(request => request.Request.Version ?? "", StringComparer.Ordinal)
            .Select(version => new VersionRate(version.Key, version.Min(request => request.Request.Start), new LinkedRate(version.Count(), version.Count(request => request.IsLinked)))).ToList();
        // Candidates are seen before their release, and hashes have no order but that of their coming.
        var release = new[] { versions.OrderBy(version => version.Version, VersionOrder.Instance).ToList(), [.. versions.OrderBy(version => version.First)] }
            .Select(order => (Order: order, Split: Best([.. order.Select(version => version.Rate)])))
            .MaxBy(order => order.Split?.Evidence ?? 0);
        if (release.Split is { } by && by.Evidence >= VersionShare * (time?.Evidence ?? 0))
            return new BrokenSince(Instants.Of(release.Order[by.Index].First), release.Order[by.Index].Version, by.Before, by.After);
        return time is { } since
            ? new BrokenSince(trend.StartOf(since.Index), null, since.Before, since.After)
            : new BrokenSince(null, null, default, all);
    }

    private static Split? Best(ImmutableArray<LinkedRate> rates)
    {
        var (before, after) = (default(LinkedRate), rates.Aggregate(default(LinkedRate), LinkedRate.Add));
        Split? best = null;
        for (var i = 1; i < rates.Length; i++)
        {
            before += rates[i - 1];
            after = new LinkedRate(after.Requests - rates[i - 1].Requests, after.Linked - rates[i - 1].Linked);
            if (rates[i].Requests == 0 || before.Requests < LeastRequests || after.Requests < LeastRequests || before.Share < LeastBefore || before.Share - after.Share < LeastFall) continue;
            var evidence = 2 * (Likelihood(before) + Likelihood(after) - Likelihood(before + after));
            if (evidence >= Math.Max(LeastEvidence, best?.Evidence ?? 0)) best = new Split(i, evidence, before, after);
        }
        return best;
    }

    private static double Likelihood(LinkedRate rate) => Term(rate.Linked, rate.Requests) + Term(rate.Unlinked, rate.Requests);

    private static double Term(int part, int all) => part == 0 ? 0 : part * Math.Log((double)part / all);

    private readonly record struct VersionRate(string Version, long First, LinkedRate Rate);

    private readonly record struct Split(int Index, double Evidence, LinkedRate Before, LinkedRate After);
}
