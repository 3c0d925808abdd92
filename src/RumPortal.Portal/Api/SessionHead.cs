using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Api;

/// <summary>What a session's lines say together.</summary>
/// <param name="ClockSkewMilliseconds">What was added to the browser's times; zero when the clocks agree.</param>
/// <param name="RepeatedLines">Lines left out because they came again byte for byte.</param>
/// <param name="DamagedLines">Lines of which parts could not be read.</param>
public sealed record SessionHead(
    string Id, string App, string? Environment, IReadOnlyList<string> Versions, VisitorDocument User, DateTimeOffset Start, DateTimeOffset End,
    double DurationMilliseconds, double ActiveMilliseconds, string? Browser, string? Os, string? Language, string? Viewport, string? Sdk,
    string? PreviousSession, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<VitalDocument> Vitals, IReadOnlyDictionary<string, string> Attributes,
    double ClockSkewMilliseconds, int RepeatedLines, int DamagedLines)
{
    private const string Mask = "***";

    public static SessionHead Of(SessionTimeline timeline, string app, ViewerScope viewer)
    {
        var summary = timeline.Summary;
        return new SessionHead(
            summary.Id, summary.App ?? app, summary.Environment, summary.Versions, VisitorDocument.Of(summary.Visitor, viewer), summary.Start, summary.End,
            summary.Duration.TotalMilliseconds, summary.Active.TotalMilliseconds, summary.Browser, summary.OperatingSystem, summary.Language, summary.Viewport, summary.Sdk,
            summary.PreviousSession,
            summary.Counts.ToDictionary(count => FaroCategories.Word(count.Key), count => count.Value),
            [.. summary.Vitals.Select(vital => new VitalDocument(vital.Name, vital.Value, VitalNames.Of(vital.Rating), vital.Page))],
            summary.Attributes.ToDictionary(pair => pair.Key, pair => PersonalFields.Include(pair.Key) && !viewer.May(ViewerPermission.UnmaskUsers) ? Mask : pair.Value),
            timeline.Skew.Correction.TotalMilliseconds, timeline.RepeatedLines, timeline.DamagedLines);
    }
}
