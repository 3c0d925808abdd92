using System.Globalization;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal;

/// <summary>Every address of the portal is made here.</summary>
public static class PortalUrls
{
    public const string Apps = "/";
    public const string Vitals = "/vitals";
    public const string VitalsSettings = "/vitals/settings";
    public const string Sessions = "/sessions";
    public const string Admin = "/admin";

    /// <summary>A page with what the filter bar held at another address; its other parameters stay behind.</summary>
    public static string WithFilterOf(string path, Uri address) => ViewFilter.Parse(QueryReader.Of(address)).ToQuery().On(path);

    public static string SessionsOf(ViewFilter filter) => filter.ToQuery().On(Sessions);

    /// <summary>One session; the filter's range goes along, because a session is found faster where one knows when it was.</summary>
    public static string Session(string app, string sessionId, ViewFilter filter) =>
        (filter with { App = null, Filters = [] }).ToQuery().On($"{Sessions}/{Uri.EscapeDataString(app)}/{Uri.EscapeDataString(sessionId)}");

    /// <summary>One session at an instant of its browser's clock.</summary>
    public static string SessionAt(string app, string sessionId, DateTimeOffset at, ViewFilter filter) =>
        (filter with { App = null, Filters = [] }).ToQuery().Add("at", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))
            .On($"{Sessions}/{Uri.EscapeDataString(app)}/{Uri.EscapeDataString(sessionId)}");

    public static string VitalsOf(ViewFilter filter) => filter.ToQuery().On(Vitals);

    public static string VitalsSettingsOf(ViewFilter filter) => (filter with { Environment = null, Filters = [] }).ToQuery().On(VitalsSettings);

    public static string User(string userId, ViewFilter filter) => (filter with { Filters = [] }).ToQuery().On($"/users/{Uri.EscapeDataString(userId)}");
}
