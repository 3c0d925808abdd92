using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Storage;
using RumPortal.Storage.Vitals;

namespace RumPortal.Portal.Features.Vitals.Settings;

/// <summary>Reads what is decided about an app's vitals, and what is recorded of them now.</summary>
public sealed class RecordingSettingsReader(
    DimensionSetStore sets, RouteTemplateStore routes, RecordingsLookup recordings, LokiClient loki, TimeProvider time)
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="StorageException">The portal's own state cannot be read.</exception>
    public async Task<Answer<RecordingSettings>> ReadAsync(ViewerScope viewer, string app, CancellationToken cancellation)
    {
        FaroScopes.OfApp(viewer, loki.Labels, app);
        var stored = sets.ListAsync(app, cancellation);
        var templates = routes.ReadAsync(app, cancellation);
        await Task.WhenAll(stored, templates);
        return new Answer<RecordingSettings>(new RecordingSettings(await stored, await templates), []);
    }

    /// <summary>What has series of the last day; null where no metrics backend is configured.</summary>
    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    public async Task<Answer<Recordings?>> ReadRecordedAsync(ViewerScope viewer, string app, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var scope = FaroScopes.OfApp(viewer, loki.Labels, app);
        return new Answer<Recordings?>(await recordings.ReadAsync(scope, new TimeRange(now - Recent, now), cancellation), []);
    }
}
