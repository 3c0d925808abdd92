using RumPortal.Sandbox.Visitors.Sessions;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors;

/// <summary>
/// All visits of all time, as a function: what starts in a given minute depends on the seed and that minute alone, so the past can be made
/// newest first and the present goes on where it ends.
/// </summary>
public sealed class VisitorTraffic(VisitorOptions options)
{
    /// <summary>
    /// Lines that a visit leaves on average, measured over several seeds; it turns the asked density into visits. Calls besides and exports
    /// leave some 2 % more, which is no reason to move every seed's visitors.
    /// </summary>
    public const double LinesPerVisit = 41.5;

    private const int MinutesPerDay = 24 * 60;
    private readonly Storyline _story = new(options.Anchor);
    private readonly double _visitsPerMinute = options.LinesPerDay / LinesPerVisit / MinutesPerDay;

    /// <summary>No batch of a visit arrives later than this after the visit's start.</summary>
    public static TimeSpan LongestVisit => SessionScript.LongestVisit;

    /// <summary>The batches of the visits that start in a minute, by arrival. They arrive within <see cref="LongestVisit"/>.</summary>
    /// <param name="minute">Minutes since the Unix epoch.</param>
    internal IReadOnlyList<VisitorBatch> StartingIn(long minute)
    {
        var start = DateTimeOffset.UnixEpoch.AddMinutes(minute);
        var random = new SeededRandom(options.Seed, minute);
        var visits = random.Poisson(_visitsPerMinute * DailyRhythm.At(start));
        var batches = new List<VisitorBatch>();
        for (var visit = 1; visit <= visits; visit++)
        {
            var second = random.Unit() * 60;
            batches.AddRange(SessionScript.Play(_story, start.AddSeconds(second), new SeededRandom(options.Seed, minute, visit)));
        }

        batches.AddRange(_story.ExportsStartingIn(start).SelectMany(work => ExportVisit.Play(_story, work, start, new SeededRandom(options.Seed, minute, -1))));

        return [.. batches.OrderBy(batch => batch.Arrival)];
    }

    /// <summary>The minute that holds an instant.</summary>
    public static long MinuteOf(DateTimeOffset instant) => (long)Math.Floor((instant - DateTimeOffset.UnixEpoch).TotalMinutes);
}
