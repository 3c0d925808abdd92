using System.Collections.Immutable;
using RumPortal.Automation.Render;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Vitals.Recording;
using RumPortal.Domain.Vitals.Routes;
using RumPortal.Portal.State;
using RumPortal.Storage.Vitals;

namespace RumPortal.Portal.Features.Vitals.Settings;

/// <summary>
/// Changes what is decided about an app's vitals, for those who may. Each method answers with null when the change is made, else with a
/// sentence that says why not. A change names the version that it was made on, so nobody overwrites what another did meanwhile.
/// </summary>
public sealed class RecordingSettingsWriter(DimensionSetStore sets, RouteTemplateStore routes, ILogger<RecordingSettingsWriter> log)
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>Adds a dimension set, or replaces the one that the draft began from.</summary>
    public Task<string?> SaveSetAsync(ViewerScope viewer, string app, DimensionSetDraft draft, CancellationToken cancellation)
    {
        if (!DimensionSet.TryCreate(draft.Name.Trim(), draft.DimensionNames, out var set, out var fault)) return Task.FromResult<string?>(fault);
        if (VitalRuleRenderer.UnusableFault(set) is { } unusable) return Task.FromResult<string?>(unusable);
        return ChangeAsync(viewer, app, $"dimension set {set.Name}", () => draft.Changed is { } changed
            ? sets.ReplaceAsync(app, changed.Id, changed.Revision.Version, set, viewer.Name, cancellation)
            : sets.AddAsync(app, set, viewer.Name, cancellation));
    }

    public Task<string?> RemoveSetAsync(ViewerScope viewer, string app, StoredDimensionSet stored, CancellationToken cancellation) =>
        ChangeAsync(viewer, app, $"dimension set {stored.Set.Name}", () => sets.RemoveAsync(app, stored.Id, stored.Revision.Version, cancellation));

    /// <param name="version">The version that the text was made on; 0 for the app's first list.</param>
    /// <param name="patterns">One pattern a line.</param>
    public Task<string?> SaveRoutesAsync(ViewerScope viewer, string app, long version, string patterns, CancellationToken cancellation) =>
        RouteTemplates.TryCreate(LinesOf(patterns), out var templates, out var faults)
            ? ChangeAsync(viewer, app, "route templates", () => routes.ReplaceAsync(app, version, templates, viewer.Name, cancellation))
            : Task.FromResult<string?>(string.Join(' ', faults));

    /// <summary>The patterns of a text; empty lines do not count.</summary>
    public static ImmutableArray<string> LinesOf(string patterns) =>
        [.. patterns.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // The one place where a change is allowed or refused; what the page shows or hides is a courtesy.
    private async Task<string?> ChangeAsync(ViewerScope viewer, string app, string what, Func<Task> change)
    {
        if (!viewer.MaySee(app)) return $"Your teams do not own an app named '{app}'.";
        if (!viewer.MayChange(app)) return $"Only approvers and admins may change what is recorded for {app}; you may look.";
        var fault = await StateChange.TryAsync(change, log);
        if (fault is null) log.LogInformation("{Viewer} changed the {What} of {App}", viewer.Name, what, app);
        return fault;
    }
}
