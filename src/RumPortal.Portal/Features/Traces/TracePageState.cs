using System.Globalization;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Traces;

/// <summary>The address of one trace beside its id.</summary>
/// <param name="At">A moment of the trace, which makes looking for it cheaper; <c>at=2026-11-23T09:01:12.345Z</c>.</param>
/// <param name="Tab">Of the panel beside the waterfall: <c>attributes</c>, <c>events</c>, <c>logs</c> or <c>session</c>.</param>
/// <param name="Waterfall">What the waterfall shows and how.</param>
public sealed record TracePageState(ViewFilter Filter, DateTimeOffset? At, string Tab, WaterfallState Waterfall)
{
    public static readonly IReadOnlyList<string> Tabs = ["attributes", "events", "logs", "session"];

    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public static TracePageState Parse(ViewFilter filter, QueryReader query) => new(
        filter, InstantOf(query.First("at")), query.First("tab") is { } tab && Tabs.Contains(tab) ? tab : Tabs[0], WaterfallState.Parse(query));

    public string On(string path) => Waterfall.AddTo(Filter.ToQuery().Add("at", At is { } at ? PortalUrls.InstantText(at) : null))
        .Add("tab", Tab == Tabs[0] ? null : Tab)
        .On(path);

    // Links write this form; a looser reader would take "12:00" for a time of today.
    private static DateTimeOffset? InstantOf(string? text) =>
        DateTimeOffset.TryParseExact(text, InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null;
}
