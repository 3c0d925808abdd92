using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;

namespace RumPortal.Portal.Api;

/// <summary>A session in a list. What was counted is null where the counters could not be read.</summary>
/// <param name="Seen">When the newest line that made it known was stored.</param>
/// <param name="Start">Start of the first counted window.</param>
/// <param name="DurationSeconds">Exact to one window.</param>
/// <param name="ActiveShare">Share of the duration with any event, 0 to 1.</param>
/// <param name="Pages">Documents loaded and views changed.</param>
/// <param name="Counts">Lines by type.</param>
/// <param name="PoorVitals">Vitals that were poor at least once, lower case.</param>
public sealed record SessionItem(
    string Id, string App, string? Environment, string? Version, VisitorDocument User, string? Browser, string? Os, string? Page,
    DateTimeOffset Seen, DateTimeOffset? Start, double? DurationSeconds, double? ActiveShare, int? Pages, int? Errors,
    IReadOnlyDictionary<string, int>? Counts, IReadOnlyList<string>? PoorVitals)
{
    public static SessionItem Of(SessionRow row, ViewerScope viewer) => new(
        row.Id, row.App, row.Environment, row.Version, VisitorDocument.Of(row.Visitor, viewer), row.Browser, row.OperatingSystem, row.Page,
        row.Seen, row.Counters?.Start, row.Counters?.Duration.TotalSeconds, row.Counters is { } active ? Math.Min(1, active.ActiveShare) : null,
        row.Counters?.Pages, row.Counters?.CountOf(FaroCategory.Error),
        row.Counters?.Counts.ToDictionary(count => FaroCategories.Word(count.Key), count => count.Value), row.Counters?.PoorVitals);
}
