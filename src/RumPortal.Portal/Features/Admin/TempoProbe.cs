using Microsoft.Extensions.Options;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Admin;

/// <summary>Tries out a Tempo step by step, as <see cref="LokiProbe"/> does a Loki.</summary>
public sealed class TempoProbe(TempoClient tempo, IOptions<TempoOptions> options, TimeProvider time)
{
    private const int MostNamed = 8;

    private static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    /// <summary>Runs all checks.</summary>
    /// <exception cref="UnauthorizedAccessException">The viewer is no admin: the report names addresses and every service.</exception>
    public async Task<Answer<TempoReport>> RunAsync(ViewerScope viewer, CancellationToken cancellation)
    {
        if (viewer.Role != ViewerRole.Admin) throw new UnauthorizedAccessException("Only an admin may probe the backends.");
        ProbeCheck[] checks = tempo.IsConfigured
            ?
            [
                await ReadyAsync(cancellation), await VersionAsync(cancellation), await ServicesAsync(cancellation),
                await BrowsersAsync(cancellation), await StructureAsync(cancellation),
            ]
            : [new ProbeCheck("Address", ProbeState.Skipped, "No Tempo is configured: pages of traces stay empty.", $"Set {TempoOptions.Section}:Url.")];
        return new Answer<TempoReport>(new TempoReport(options.Value.Url, options.Value.Tenant, [.. checks]), []);
    }

    private Task<ProbeCheck> ReadyAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Reachable", ProbeState.Failed, async () =>
    {
        await tempo.CheckReadyAsync(cancellation);
        return new ProbeCheck("Reachable", ProbeState.Passed, "Tempo answers queries.");
    });

    private Task<ProbeCheck> VersionAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Version", ProbeState.Warning, async () =>
    {
        var build = await tempo.BuildInfoAsync(cancellation);
        return new ProbeCheck("Version", ProbeState.Passed, $"Tempo {build.Version}.");
    });

    private Task<ProbeCheck> ServicesAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Services", ProbeState.Failed, async () =>
    {
        var services = await ServicesAsync(null, cancellation);
        return services.Count > 0
            ? new ProbeCheck("Services", ProbeState.Passed, $"{services.Count} services sent spans in the last hour: {Named(services)}.")
            : new ProbeCheck("Services", ProbeState.Warning, "No span arrived in the last hour for this tenant.",
                "See whether spans are sent to this Tempo, and whether Backends:Tempo:Tenant names the tenant they are sent as.");
    });

    private Task<ProbeCheck> BrowsersAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Browser spans", ProbeState.Warning, async () =>
    {
        var apps = await ServicesAsync(TraceField.Resource("telemetry.sdk.language").Is("webjs"), cancellation);
        return apps.Count > 0
            ? new ProbeCheck("Browser spans", ProbeState.Passed, $"Apps whose pages sent spans: {Named(apps)}.")
            : new ProbeCheck("Browser spans", ProbeState.Warning, "No span of a browser in the last hour.",
                "The SDK needs TracingInstrumentation, and faro.receiver an output for traces.");
    });

    // Servers learned this form in 2.5; without it no request can be told from one that reached a service.
    private Task<ProbeCheck> StructureAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Query language", ProbeState.Failed, async () =>
    {
        await tempo.SearchAsync(TraceQueries.LinkedClientSpans("probe"), new TraceSearch(LastHour(), 1, 1), cancellation);
        return new ProbeCheck("Query language", ProbeState.Passed, "Tempo relates spans to each other as the portal asks.");
    });

    private async Task<IReadOnlyList<string>> ServicesAsync(SpanCondition? among, CancellationToken cancellation) =>
        [.. (await tempo.TagValuesAsync(TraceField.Resource("service.name"), among, LastHour(), cancellation)).Select(value => value.Text).Order(StringComparer.Ordinal)];

    private static string Named(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "");

    private TimeRange LastHour()
    {
        var now = time.GetUtcNow();
        return new TimeRange(now - Horizon, now);
    }
}
