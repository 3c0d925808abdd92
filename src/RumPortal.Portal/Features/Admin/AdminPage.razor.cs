using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Apps;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Admin;

/// <summary>The state of the installation, for admins.</summary>
public sealed partial class AdminPage
{
    private PanelRead<LokiReport> _loki = null!;

    [Inject] public required LokiProbe Probe { get; init; }

    [Inject] public required TeamDirectory Teams { get; init; }

    protected override void OnInitialized() => _loki = NewRead<LokiReport>();

    protected override Task ReadAsync() =>
        Scope.Role == ViewerRole.Admin ? _loki.StartAsync(cancellation => Probe.RunAsync(Scope, cancellation), keep: true) : Task.CompletedTask;

    private static string BadgeOf(ProbeState state) => state switch
    {
        ProbeState.Passed => "good",
        ProbeState.Warning => "warn",
        ProbeState.Failed => "poor",
        _ => "",
    };
}
