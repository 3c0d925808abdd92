using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>How a question about vitals is answered: from recorded series, from lines, or each for a part of the time.</summary>
/// <param name="Set">The recorded set that answers; null when none does.</param>
/// <param name="Recorded">The time that recorded series answer for.</param>
/// <param name="Raw">The time that is read from lines.</param>
/// <param name="Note">Why, when it is not all from recorded series.</param>
public sealed record VitalsPlan(RecordedSet? Set, TimeRange? Recorded, TimeRange? Raw, string? Note)
{
    // A sample counts what arrived in the interval before it.
    private static readonly TimeSpan Interval = RecordedTier.FiveMinutes.Interval;

    public VitalsSource Source => Recorded is null ? VitalsSource.Loki : Raw is null ? VitalsSource.Prometheus : VitalsSource.Mixed;

    /// <param name="recordings">What is recorded; null where no metrics backend is configured.</param>
    /// <param name="selection">Filters and dimensions that the answer needs.</param>
    /// <param name="range">All of the time.</param>
    public static VitalsPlan Of(Recordings? recordings, VitalSelection selection, TimeRange range) => recordings switch
    {
        null => FromLines(range, null),
        { Failure: { } failure } => FromLines(range, $"{failure} The numbers were counted from the lines in Loki instead."),
        { Index.Sets.IsEmpty: true } => FromLines(range, "Nothing is recorded for this app yet, so the numbers were counted from the lines in Loki."),
        { Index: { } index } => Of(index, recordings, selection, range),
        _ => FromLines(range, null),
    };

    /// <summary>
    /// The same with the seam moved to the end of the step that it lies in: a step of which a part came from each side would count the
    /// measurements twice that both have.
    /// </summary>
    public VitalsPlan AtStepsOf(StepGrid grid)
    {
        if (Recorded is not { } recorded || Raw is not { } raw) return this;
        var seam = VitalsGrid.Instants(grid).Append(recorded.To).First(instant => instant >= raw.To);
        return seam < recorded.To
            ? this with { Recorded = new TimeRange(seam, recorded.To), Raw = new TimeRange(raw.From, seam) }
            : FromLines(new TimeRange(raw.From, recorded.To), Note);
    }

    private static VitalsPlan Of(RecordedIndex index, Recordings recordings, VitalSelection selection, TimeRange range)
    {
        if (RecordedSet.Smallest(index.Sets, selection) is not { } set)
            return FromLines(range, $"{string.Join(", ", Missing(index.Sets, selection))} is not recorded, so the numbers were counted from the lines in Loki.");
        // Less than an interval at the beginning is not worth a second query.
        if (recordings.SinceOf(set) is not { } sample || sample - Interval is var first && first - Interval <= range.From) return new VitalsPlan(set, range, null, null);
        // A range that ends before the first sample has no recorded half.
        if (sample >= range.To) return FromLines(range, $"Recorded since {first:yyyy-MM-dd HH:mm} UTC; these numbers were counted from the lines in Loki.");
        return new VitalsPlan(
            set, new TimeRange(first, range.To), new TimeRange(range.From, first), $"Recorded since {first:yyyy-MM-dd HH:mm} UTC; what is older was counted from the lines in Loki.");
    }

    private static VitalsPlan FromLines(TimeRange range, string? note) => new(null, null, range, note);

    // The keys that no set has; where each is in some set, but all are in none, all of them.
    private static ImmutableArray<string> Missing(ImmutableArray<RecordedSet> sets, VitalSelection selection)
    {
        var asked = selection.Dimensions.Select(name => name.ToString()).Concat(selection.Filters.Select(filter => filter.Key)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var missing = asked.Where(key => !sets.Any(set => set.Dimensions.Contains(key))).ToImmutableArray();
        return missing.IsEmpty ? ["The combination of " + string.Join(" and ", asked)] : missing;
    }
}
