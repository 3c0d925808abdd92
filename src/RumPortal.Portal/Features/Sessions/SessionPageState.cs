using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>The address of one session beside the filter bar.</summary>
/// <param name="Moment">Offset from the session's start that is looked at; <c>t=211.296</c>, seconds.</param>
/// <param name="Lanes">The lanes shown; empty means all. <c>show=error,request</c>.</param>
/// <param name="Text">What is searched for within the session; <c>find=cart</c>.</param>
public sealed record SessionPageState(ViewFilter Filter, TimeSpan? Moment, ImmutableHashSet<FaroCategory> Lanes, string Text)
{
    /// <summary>
    /// The instant that is looked at, by the browser's clock, for links that do not know when the session began; <c>at=2026-11-23T09:01:12.345Z</c>.
    /// A chosen <see cref="Moment"/> takes its place.
    /// </summary>
    public DateTimeOffset? At { get; init; }

    public const int LongestText = 200;

    // No other form: a looser reader takes "12:00" for a time of today.
    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly TimeSpan Latest = TimeSpan.FromDays(2);

    public TimelineFilter Shown => new(Lanes, Text);

    public static SessionPageState Parse(ViewFilter filter, QueryReader query) => new(
        filter,
        ParseMoment(query.First("t")),
        (query.First("show") ?? "").Split(',').Select(FaroCategories.Parse).OfType<FaroCategory>().Where(TimelineLanes.All.Contains).ToImmutableHashSet(),
        query.First("find") is { Length: <= LongestText } text ? text : "") { At = ParseInstant(query.First("at")) };

    public SessionPageState Toggle(FaroCategory lane) => this with { Lanes = Lanes.SymmetricExcept([lane]) };

    /// <summary>The address with this state; the session is named by the path.</summary>
    public string On(string path) => Filter.ToQuery()
        .Add("t", Moment?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture))
        .Add("at", Moment is null && At is { } at ? PortalUrls.InstantText(at) : null)
        .Add("show", string.Join(',', Lanes.Order().Select(FaroCategories.Word)))
        .Add("find", Text)
        .On(path);

    // The style allows no sign, but the words for infinity pass whatever the style is.
    private static TimeSpan? ParseMoment(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 && seconds <= Latest.TotalSeconds
            ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000))
            : null;

    private static DateTimeOffset? ParseInstant(string? text) =>
        DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
}
