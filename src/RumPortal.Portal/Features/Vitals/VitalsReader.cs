using System.Collections.Immutable;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>
/// Counts vitals by any labels. Recorded series answer where they hold what is asked for, lines where they do not, and the answer says
/// which. Reading many lines is asked for first.
/// </summary>
public sealed class VitalsReader(RecordingsLookup recordings, DensityReads reads, LokiClient loki)
{
    /// <summary>More bytes than this are not read from lines before the viewer agreed to it.</summary>
    public const long MostUnasked = 512L << 20;

    // Loki 3.7 allows 30 days and an hour by default, the window of the first step included.
    private static readonly TimeSpan LongestRaw = TimeSpan.FromDays(28);

    /// <summary>Vitals over the steps of a grid.</summary>
    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="BackendException">There is no usable answer from either backend.</exception>
    public async Task<Answer<VitalsRead<VitalHistory>>> HistoryAsync(
        ViewerScope viewer, VitalsQuestion question, StepGrid grid, bool mayReadMuch, CancellationToken cancellation)
    {
        var read = await SeriesAsync(viewer, question, [], VitalNames.All, grid, mayReadMuch, cancellation);
        var history = VitalHistory.Build(read.Value.Value, VitalsGrid.Instants(grid));
        return Wrapped(read, history, history.Rejected);
    }

    /// <summary>Vitals by dimensions over a whole range; without dimensions there is one slice.</summary>
    /// <inheritdoc cref="HistoryAsync" path="/exception"/>
    public async Task<Answer<VitalsRead<VitalGroups>>> GroupsAsync(
        ViewerScope viewer, VitalsQuestion question, ImmutableArray<string> dimensions, IReadOnlyList<string> vitals, bool mayReadMuch, CancellationToken cancellation)
    {
        // A range that moves with the clock would be another one for every viewer.
        var whole = question with { Range = VitalsGrid.WholeSecondsOf(question.Range) };
        var read = await SeriesAsync(viewer, whole, dimensions, vitals, null, mayReadMuch, cancellation);
        var groups = VitalGroups.By(DensityRow.Read(read.Value.Value), dimensions.AsSpan());
        return Wrapped(read, groups, groups.Rejected);
    }

    /// <summary>In which steps each version was measured.</summary>
    /// <inheritdoc cref="HistoryAsync" path="/exception"/>
    public async Task<Answer<VitalsRead<ImmutableArray<VersionSighting>>>> SightingsAsync(
        ViewerScope viewer, VitalsQuestion question, string vital, StepGrid grid, CancellationToken cancellation)
    {
        var read = await SeriesAsync(viewer, question, [FaroFields.AppVersion], [vital], grid, mayReadMuch: false, cancellation);
        var sightings =
            from series in read.Value.Value
            from sample in series.Samples
            where sample.Value > 0
            select new VersionSighting(series.Labels[FaroFields.AppVersion] ?? "", sample.Time - grid.Step, sample.Time, sample.Value);
        return Wrapped<ImmutableArray<VersionSighting>>(read, [.. sightings], default);
    }

    private async Task<Answer<VitalsRead<ImmutableArray<Series>>>> SeriesAsync(
        ViewerScope viewer, VitalsQuestion question, ImmutableArray<string> dimensions, IReadOnlyList<string> vitals, StepGrid? grid, bool mayReadMuch, CancellationToken cancellation)
    {
        if (FaroScopes.Of(viewer, loki.Labels, question.App, question.Environment) is not { } scope)
            return new Answer<VitalsRead<ImmutableArray<Series>>>(new VitalsRead<ImmutableArray<Series>>([], VitalsSource.Prometheus, []), []);
        var selection = new VitalSelection(scope) { Vitals = [.. vitals], Dimensions = [.. dimensions.Select(name => new LabelName(name))], Filters = question.Filters, Parser = LineParser.Mixed };
        var recorded = await recordings.ReadAsync(scope, question.Range, cancellation);
        var plan = VitalsPlan.Of(recorded, selection, question.Range);
        if (grid is { } steps) plan = plan.AtStepsOf(steps);
        var answers = new List<MetricAnswer>();
        try
        {
            if (plan is { Set: { } set, Recorded: { } recent }) answers.AddRange(await RecordedAsync(selection, set, recorded, recent, grid, cancellation));
        }
        catch (BackendException exception)
        {
            // What is recorded was known, perhaps from before, and cannot be read now.
            plan = VitalsPlan.Of(new Recordings(null, null, null, exception.Message), selection, question.Range);
        }
        var (past, unread, missing) = await PastAsync(plan, selection, grid, mayReadMuch, cancellation);
        answers.AddRange(past);
        var notes = new[] { plan.Note, StaleNote(recorded, question.Range), missing }.OfType<string>().Concat(answers.SelectMany(answer => answer.Warnings));
        return new Answer<VitalsRead<ImmutableArray<Series>>>(
            new VitalsRead<ImmutableArray<Series>>([.. answers.SelectMany(answer => answer.Series)], plan.Source, [.. notes.Distinct(StringComparer.Ordinal)], unread),
            [.. answers.Select(answer => answer.Executed)], missing);
    }

    // What comes from lines: the answers, or how much would have to be read, or why they are missing beside recorded ones.
    private async Task<(IReadOnlyList<MetricAnswer> Answers, long? Unread, string? Missing)> PastAsync(
        VitalsPlan plan, VitalSelection selection, StepGrid? grid, bool mayReadMuch, CancellationToken cancellation)
    {
        if (plan.Raw is not { } range) return ([], null, null);
        try
        {
            var unread = mayReadMuch ? null : await UnreadAsync(selection.Scope, range, cancellation);
            return unread is null ? (await RawAsync(selection, range, grid, cancellation), null, null) : ([], unread, null);
        }
        catch (BackendException exception) when (plan.Recorded is not null)
        {
            return ([], null, $"{exception.Message} What was not recorded is missing.");
        }
    }

    private async Task<IReadOnlyList<MetricAnswer>> RecordedAsync(
        VitalSelection selection, RecordedSet set, Recordings? recorded, TimeRange range, StepGrid? grid, CancellationToken cancellation)
    {
        // One tier for everything about a range, so that its numbers agree with each other.
        var fitting = RecordedTier.Fitting(range);
        if (grid is not { } steps) return [await reads.RecordedAsync(selection, set, Coarsest(fitting, recorded, range), range, cancellation)];
        var tier = Coarsest(fitting.Intersect(RecordedTier.Fitting(steps.Step)), recorded, range);
        return VitalsGrid.Since(steps, range.From) is { } whole ? [await reads.RecordedAsync(selection, set, tier, whole, cancellation)] : [];
    }

    // A vital at a time where there are dimensions: the series of all together would soon be more than Loki's limit. And a month at a
    // time, which is as far as Loki's default limit lets a query look.
    private async Task<IReadOnlyList<MetricAnswer>> RawAsync(VitalSelection selection, TimeRange range, StepGrid? grid, CancellationToken cancellation)
    {
        var answers = new List<MetricAnswer>();
        var parts = selection.Dimensions.IsEmpty ? [selection] : selection.Vitals.Select(vital => selection with { Vitals = [vital] }).ToList();
        foreach (var part in parts)
            foreach (var time in VitalsGrid.Parts(range, LongestRaw))
            {
                // A step that began before recording did is counted from lines as a whole.
                if (grid is not { } steps) answers.Add(await reads.RawAsync(part, time, cancellation));
                else if (VitalsGrid.BegunIn(steps, time) is { } begun) answers.Add(await reads.RawAsync(part, begun, cancellation));
            }
        return [.. answers.Select(answer => answer with { Series = [.. answer.Series.Select(Named)] })];
    }

    private async Task<long?> UnreadAsync(FaroScope scope, TimeRange range, CancellationToken cancellation) =>
        await reads.RawBytesAsync(scope, range, cancellation) is > MostUnasked and var bytes ? bytes : null;

    // A coarse tier has its newest sample when its interval is over: for a short range that ends now it would lack too much.
    private static RecordedTier Coarsest(IEnumerable<RecordedTier> fitting, Recordings? recorded, TimeRange range) => fitting.FirstOrDefault(
        tier => recorded?.Index?.Tiers.Contains(tier) == true && (tier.IsFineFor(range) || range.To + tier.Interval <= recorded.Newest),
        RecordedTier.FiveMinutes);

    // Lines know no scheme; the query has put them into the current one.
    private static Series Named(Series series) =>
        series with { Labels = LabelSet.From(series.Labels.Append(new KeyValuePair<string, string>(DensityLabels.Scheme, BucketScheme.Current.Name))) };

    private static string? StaleNote(Recordings? recorded, TimeRange range) =>
        recorded?.Newest is { } newest && range.To - newest > RecordedTier.FiveMinutes.Interval * 3
            ? $"The newest recorded sample is of {newest:yyyy-MM-dd HH:mm} UTC: nobody came since, or the ruler does not run."
            : null;

    private static Answer<VitalsRead<T>> Wrapped<T>(Answer<VitalsRead<ImmutableArray<Series>>> answer, T value, RejectedRows rejected)
    {
        var read = answer.Value;
        var notes = rejected.Sentence is { } sentence ? read.Notes.Add(sentence) : read.Notes;
        return answer.With(new VitalsRead<T>(value, read.Source, notes, read.Unread));
    }
}
