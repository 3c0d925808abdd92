using System.Globalization;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal;

/// <summary>Every address of the portal is made here.</summary>
public static class PortalUrls
{
    public const string Apps = "/";
    public const string Vitals = "/vitals";
    public const string VitalsSettings = "/vitals/settings";
    public const string Sessions = "/sessions";
    public const string Traces = "/traces";
    public const string Propagation = "/propagation";
    public const string HeaderLab = "/propagation/headers";
    public const string Admin = "/admin";

    /// <summary>A page with what the filter bar held at another address; its other parameters stay behind.</summary>
    public static string WithFilterOf(string path, Uri address) => ViewFilter.Parse(QueryReader.Of(address)).ToQuery().On(path);

    public static string SessionsOf(ViewFilter filter) => filter.ToQuery().On(Sessions);

    /// <summary>One session; the filter's range goes along, because a session is found faster where one knows when it was.</summary>
    public static string Session(string app, string sessionId, ViewFilter filter) => SessionQuery(filter).On(SessionPath(app, sessionId));

    /// <summary>One session at an instant of its browser's clock.</summary>
    public static string SessionAt(string app, string sessionId, DateTimeOffset at, ViewFilter filter) =>
        SessionQuery(filter).Add("at", InstantText(at)).On(SessionPath(app, sessionId));

    /// <summary>One trace; the moment goes along, because a store searches less when it knows when a trace was.</summary>
    /// <param name="span">The span to be selected; null for none.</param>
    public static string Trace(string traceId, string? span = null, DateTimeOffset? at = null) => new QueryWriter()
        .Add("span", span)
        .Add("at", at is { } moment ? InstantText(moment) : null)
        .On($"{Traces}/{Uri.EscapeDataString(traceId)}");

    /// <summary>The traces of one session, over a range that holds it.</summary>
    public static string TracesOfSession(string app, string sessionId, TimeRange range, ViewFilter filter) =>
        (filter with { App = app, Filters = [], Time = TimeSelection.Between(range) }).ToQuery().Add("session", sessionId).On(Traces);

    public static string TracesOf(ViewFilter filter) => filter.ToQuery().On(Traces);

    public static string VitalsOf(ViewFilter filter) => filter.ToQuery().On(Vitals);

    public static string VitalsSettingsOf(ViewFilter filter) => (filter with { Environment = null, Filters = [] }).ToQuery().On(VitalsSettings);

    public static string User(string userId, ViewFilter filter) => (filter with { Filters = [] }).ToQuery().On($"/users/{Uri.EscapeDataString(userId)}");

    /// <summary>An instant as addresses hold it: UTC, to the millisecond.</summary>
    public static string InstantText(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static QueryWriter SessionQuery(ViewFilter filter) => (filter with { App = null, Filters = [] }).ToQuery();

    private static string SessionPath(string app, string sessionId) => $"{Sessions}/{Uri.EscapeDataString(app)}/{Uri.EscapeDataString(sessionId)}";
}
