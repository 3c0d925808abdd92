using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Admin;

/// <summary>
/// Tries out a Loki step by step, so that whoever points the portal at a real one and sees nothing learns why. Each step is a named
/// check; a failure of one does not hide the others unless they make no sense without it.
/// </summary>
public sealed class LokiProbe(LokiClient loki, IOptions<LokiOptions> options, TimeProvider time)
{
    private const int SampledLines = 50;

    private static readonly TimeSpan[] Horizons = [TimeSpan.FromHours(1), TimeSpan.FromDays(7)];

    /// <summary>Runs all checks.</summary>
    /// <exception cref="UnauthorizedAccessException">The viewer is no admin: the report names addresses and every app's labels.</exception>
    public async Task<Answer<LokiReport>> RunAsync(ViewerScope viewer, CancellationToken cancellation)
    {
        if (viewer.Role != ViewerRole.Admin) throw new UnauthorizedAccessException("Only an admin may probe the backends.");
        var checks = ImmutableArray.CreateBuilder<ProbeCheck>();
        checks.Add(await ReadyAsync(cancellation));
        checks.Add(await VersionAsync(cancellation));
        var (labels, labelCheck) = await LabelsAsync(cancellation);
        checks.Add(labelCheck);
        var suggestions = ImmutableArray<LabelSuggestion>.Empty;
        if (labels.IsEmpty)
        {
            checks.Add(new ProbeCheck("Label names", ProbeState.Skipped, "Without labels there is nothing to compare."));
            checks.Add(new ProbeCheck("Faro lines", ProbeState.Skipped, "Without labels no line can be asked for."));
        }
        else
        {
            var samples = await SampleAsync(labels, cancellation);
            suggestions = [.. LabelSuggestion.For(loki.Labels, labels, samples.Records)];
            checks.Add(NamesCheck(labels, suggestions));
            checks.Add(samples.Check);
        }
        checks.Add(await QueryAsync(cancellation));
        checks.Add(await LimitsAsync(cancellation));
        checks.Add(await VolumeAsync(labels, cancellation));
        return new Answer<LokiReport>(new LokiReport(options.Value.Url, options.Value.Tenant, checks.ToImmutable(), labels, suggestions), []);
    }

    private Task<ProbeCheck> ReadyAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Reachable", ProbeState.Failed, async () =>
    {
        await loki.CheckReadyAsync(cancellation);
        return new ProbeCheck("Reachable", ProbeState.Passed, "Loki says that it is ready.");
    }, fault => fault.Fault switch
    {
        // Gateways often pass on /loki only.
        BackendFault.NotFound => new ProbeCheck("Reachable", ProbeState.Warning, "Something answers, but it has no /ready.", "That is usual behind a gateway; the next checks decide."),
        _ => null,
    });

    private Task<ProbeCheck> VersionAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Version", ProbeState.Warning, async () =>
    {
        var build = await loki.BuildInfoAsync(cancellation);
        return new ProbeCheck("Version", ProbeState.Passed, $"Loki {build.Version}.");
    });

    private async Task<(ImmutableArray<string> Labels, ProbeCheck Check)> LabelsAsync(CancellationToken cancellation)
    {
        const string name = "Tenant and labels";
        var labels = ImmutableArray<string>.Empty;
        var check = await ProbeCheck.TryAsync(name, ProbeState.Failed, async () =>
        {
            foreach (var horizon in Horizons)
            {
                labels = await loki.LabelsAsync(Last(horizon), null, cancellation);
                if (!labels.IsEmpty) return new ProbeCheck(name, ProbeState.Passed, $"{labels.Length} stream labels in the last {(horizon.TotalDays < 1 ? "hour" : "week")}.");
            }
            return new ProbeCheck(name, ProbeState.Failed, "Loki answers, and has no stream of the last week for this tenant.",
                options.Value.Tenant.Length == 0
                    ? "Where Loki keeps tenants apart, set Backends:Loki:Tenant; else see whether the receiver writes to this Loki."
                    : $"See whether the receiver writes as the tenant '{options.Value.Tenant}'.");
        }, fault => fault.Fault == BackendFault.Unauthorized
            ? new ProbeCheck(name, ProbeState.Failed, fault.Message, "Set Backends:Loki:Tenant (the header X-Scope-OrgID) or the credentials BearerToken, Username and Password.")
            : null);
        return (labels, check);
    }

    private static ProbeCheck NamesCheck(ImmutableArray<string> labels, ImmutableArray<LabelSuggestion> suggestions) => suggestions.IsEmpty
        ? new ProbeCheck("Label names", ProbeState.Passed, "The configured label names are there.")
        : new ProbeCheck("Label names", ProbeState.Failed, $"{string.Join(" and ", suggestions.Select(s => s.Setting))} name labels that no stream has.",
            "Set " + string.Join(", ", suggestions.Select(s => $"{s.Setting}={s.Label}")) + ", or let the receiver add the labels (extra_log_labels of faro.receiver).");

    private async Task<(IReadOnlyList<FaroRecord> Records, ProbeCheck Check)> SampleAsync(ImmutableArray<string> labels, CancellationToken cancellation)
    {
        const string name = "Faro lines";
        IReadOnlyList<FaroRecord> records = [];
        // Any label will do to see some lines; the app's own is the surest to select telemetry.
        var label = labels.Contains(loki.Labels.App.ToString()) ? loki.Labels.App : labels.Select(l => LabelName.TryParse(l, out var parsed) ? parsed : (LabelName?)null).FirstOrDefault(l => l is not null);
        if (label is null) return (records, new ProbeCheck(name, ProbeState.Warning, "No label can stand in a query."));
        var check = await ProbeCheck.TryAsync(name, ProbeState.Failed, async () =>
        {
            var query = new LogQuery(new StreamSelector([LabelMatcher.Exists(label.Value)]), LineFilter.Contains(FaroFields.SessionId));
            records = (await loki.ReadPageAsync(new LogRequest(query, Last(Horizons[^1])) { PageSize = SampledLines }, cancellation)).Records;
            var known = records.Count(record => record.Kind != FaroKind.Unknown);
            return known > 0
                ? new ProbeCheck(name, ProbeState.Passed, $"{known} of {records.Count} sampled lines are lines of a Faro receiver, as {string.Join(" and ", records.Select(r => r.Format).Distinct())}.")
                : new ProbeCheck(name, ProbeState.Failed, "No line with a session was found.", "Lines of faro.receiver hold session_id; see whether a filter or another format stands between receiver and Loki.");
        });
        return (records, check);
    }

    private Task<ProbeCheck> QueryAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Query language", ProbeState.Failed, async () =>
    {
        var ids = Enumerable.Range(0, FaroQueries.MostSessionsCounted).Select(i => $"probe{i:D5}").ToArray();
        await loki.FormatQueryAsync(FaroQueries.SessionCounters(new FaroScope(loki.Labels), LineParser.Mixed, ids, TimeSpan.FromMinutes(1)).ToString(), cancellation);
        return new ProbeCheck("Query language", ProbeState.Passed, "Loki understands the portal's longest query.");
    }, fault => fault.Fault == BackendFault.NotFound ? new ProbeCheck("Query language", ProbeState.Warning, "This Loki cannot check a query without running it.") : null);

    private Task<ProbeCheck> LimitsAsync(CancellationToken cancellation) => ProbeCheck.TryAsync("Limits", ProbeState.Warning, async () =>
    {
        var limits = await loki.LimitsAsync(cancellation);
        var finding = $"{Number(limits.MaxEntriesPerQuery)} lines and {Number(limits.MaxQuerySeries)} series a query, ranges up to {Number(limits.MaxQueryLength?.TotalDays)} days.";
        return limits.MaxEntriesPerQuery is { } most && most > 0 && most < options.Value.MaxEntries
            ? new ProbeCheck("Limits", ProbeState.Failed, finding, $"Set Backends:Loki:MaxEntries={most}.")
            : new ProbeCheck("Limits", ProbeState.Passed, finding);
    }, fault => fault.Fault == BackendFault.NotFound
        ? new ProbeCheck("Limits", ProbeState.Warning, "This Loki does not report its limits (it does since 3.6); the defaults of Loki are assumed.") : null);

    private Task<ProbeCheck> VolumeAsync(ImmutableArray<string> labels, CancellationToken cancellation) => ProbeCheck.TryAsync("Volume", ProbeState.Warning, async () =>
    {
        if (!labels.Contains(loki.Labels.App.ToString())) return new ProbeCheck("Volume", ProbeState.Skipped, "Needs the app label.");
        var volumes = await loki.VolumeAsync(new FaroScope(loki.Labels).Select(), Last(TimeSpan.FromDays(1)), [loki.Labels.App], 10, cancellation);
        return new ProbeCheck("Volume", ProbeState.Passed, volumes.IsEmpty ? "Volumes are on; nothing was written in a day."
            : "Bytes of a day: " + string.Join(", ", volumes.Select(v => $"{v.Labels[loki.Labels.App.ToString()]} {Components.Panels.DataSize.Text(v.Bytes)}")) + ".");
    }, fault => fault.Fault == BackendFault.NotFound ? new ProbeCheck("Volume", ProbeState.Warning, "Volumes are off (volume_enabled).") : null);

    private static string Number(double? number) => number?.ToString("0", CultureInfo.InvariantCulture) ?? "?";

    private TimeRange Last(TimeSpan span)
    {
        var now = time.GetUtcNow();
        return new TimeRange(now - span, now + TimeSpan.FromMinutes(1));
    }
}
