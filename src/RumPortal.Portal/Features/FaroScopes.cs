using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Portal.Auth;

namespace RumPortal.Portal.Features;

/// <summary>From a viewer and a question to the streams that may be read: the one place where reads are limited to the viewer's apps.</summary>
public static class FaroScopes
{
    /// <summary>The streams of one app, or of all apps that the viewer may see; null when there are none.</summary>
    /// <exception cref="AppNotVisibleException">The viewer may not see that app.</exception>
    public static FaroScope? Of(ViewerScope viewer, StreamLabelNames names, string? app, string? environment)
    {
        if (app is not null && !viewer.MaySee(app)) throw new AppNotVisibleException(app);
        var environments = environment is null ? Array.Empty<string>() : [environment];
        if (app is not null) return new FaroScope(names, [app], environments);
        if (viewer.SeesEveryApp) return new FaroScope(names, null, environments);
        return viewer.Apps.Count == 0 ? null : new FaroScope(names, viewer.Apps, environments);
    }

    /// <summary>The streams of one app in every environment.</summary>
    /// <exception cref="AppNotVisibleException">The viewer may not see that app.</exception>
    public static FaroScope OfApp(ViewerScope viewer, StreamLabelNames names, string app) =>
        viewer.MaySee(app) ? new FaroScope(names, [app]) : throw new AppNotVisibleException(app);
}
