using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Apps;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Admin;

/// <summary>The state of the installation, for admins.</summary>
public sealed partial class AdminPage
{
    private PanelRead<LokiReport> _loki = null!;
    private PanelRead<TempoReport> _tempo = null!;

    [Inject] public required LokiProbe Loki { get; init; }

    [Inject] public required TempoProbe Tempo { get; init; }

    [Inject] public required TeamDirectory Teams { get; init; }

    protected override void OnInitialized() => (_loki, _tempo) = (NewRead<LokiReport>(), NewRead<TempoReport>());

    protected override Task ReadAsync() =>
        Scope.Role == ViewerRole.Admin
            ? Task.WhenAll(
                _loki.StartAsync(cancellation => Loki.RunAsync(Scope, cancellation), keep: true),
                _tempo.StartAsync(cancellation => Tempo.RunAsync(Scope, cancellation), keep: true))
            : Task.CompletedTask;
}
