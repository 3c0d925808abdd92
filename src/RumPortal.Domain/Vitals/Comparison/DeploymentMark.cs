using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>A version's first sight in visitors' browsers, which stands for its deployment.</summary>
/// <param name="At">Start of the first sighting that is not stray.</param>
/// <param name="Count">Measurements of the version from then on.</param>
public readonly record struct DeploymentMark(string Version, DateTimeOffset At, double Count)
{
    /// <summary>A version with fewer measurements is a test build or a mangled line, not a deployment.</summary>
    public const int LeastCount = 10;

    // A version that few use may have been there all along and just not been met. So many measurements must be missing before its first sight;
    // some stem from one visitor, so this is about seven visitors, whom chance keeps away once in a thousand times.
    private const double LeastMissed = 20;

    // A rehearsal before the release, or one browser with a wrong clock: under one in a hundred, then nothing for an hour.
    private const double StrayShare = 0.01;

    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>The marks within what was observed, in the order of time.</summary>
    /// <param name="observedFrom">
    /// Since when sightings were read. A version seen within one <paramref name="step"/> of it, or so rarely that the silence before may be chance,
    /// may have been there before and gets no mark.
    /// </param>
    /// <param name="step">How fine the sightings are.</param>
    public static ImmutableArray<DeploymentMark> Find(IEnumerable<VersionSighting> sightings, DateTimeOffset observedFrom, TimeSpan step)
    {
        var seen = sightings.Where(sighting => sighting.Version.Length > 0 && double.IsFinite(sighting.Count) && sighting.Count > 0).ToList();
        var end = seen.Select(sighting => sighting.Last).DefaultIfEmpty().Max();
        var marks = seen
            .GroupBy(sighting => sighting.Version, StringComparer.Ordinal)
            .Select(version => FirstOf(version.Key, [.. version.OrderBy(sighting => sighting.First)]))
            .Where(mark => mark.Count >= LeastCount && mark.At - observedFrom > step && mark.Count * ((mark.At - observedFrom) / (end - mark.At)) >= LeastMissed);
        return [.. marks.OrderBy(mark => mark.At).ThenBy(mark => mark.Version, StringComparer.Ordinal)];
    }

    private static DeploymentMark FirstOf(string version, List<VersionSighting> sightings)
    {
        var total = sightings.Sum(sighting => sighting.Count);
        var (first, seen, before, end) = (0, 0.0, 0.0, DateTimeOffset.MinValue);
        for (var i = 0; i < sightings.Count && seen < StrayShare * total; i++)
        {
            if (i > 0 && sightings[i].First - end >= Silence) (first, before) = (i, seen);
            seen += sightings[i].Count;
            if (sightings[i].Last > end) end = sightings[i].Last;
        }
        return new DeploymentMark(version, sightings[first].First, total - before);
    }
}
