using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Vitals;
using RumPortal.Testing;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>Everything that the page <c>/vitals</c> reads when someone opens it, all panels at once.</summary>
internal sealed class VitalsVisit(CountedPortal portal, string app)
{
    private const string Vital = "lcp";

    private static ViewerScope Viewer => Viewers.Admin;

    /// <param name="now">When it is opened: the page shows the day before.</param>
    public Task OpenAsync(DateTimeOffset now)
    {
        var range = new TimeRange(now.AddDays(-1), now);
        var grid = VitalsGrid.Of(range);
        var day = VitalsGrid.RangeOf(grid).Duration;
        var question = new VitalsQuestion(VitalsGrid.RangeOf(grid), app, null, []);
        var before = question with { Range = new TimeRange(question.Range.From - day, question.Range.To - day) };
        var vitals = portal.Get<VitalsReader>();
        return Task.WhenAll(
            portal.Get<FilterChoiceReader>().ReadAsync(Viewer, new ViewFilter { App = app }, range, []),
            vitals.HistoryAsync(Viewer, question, grid, mayReadMuch: false, CancellationToken.None),
            vitals.HistoryAsync(Viewer, before, VitalsGrid.Shift(grid, day), mayReadMuch: false, CancellationToken.None),
            vitals.SightingsAsync(Viewer, question, Vital, grid, CancellationToken.None),
            GroupsAsync(vitals, question, "app_version"),
            GroupsAsync(vitals, before, "app_version"),
            GroupsAsync(vitals, question, "app_version", "browser_name", "browser_os"),
            GroupsAsync(vitals, before, "app_version", "browser_name", "browser_os"),
            portal.Get<VitalReportsReader>().ReadAsync(Viewer, question, Vital, CancellationToken.None));
    }

    private static async Task GroupsAsync(VitalsReader vitals, VitalsQuestion question, params string[] dimensions) =>
        await vitals.GroupsAsync(Viewer, question, [.. dimensions], [Vital], mayReadMuch: false, CancellationToken.None);
}
