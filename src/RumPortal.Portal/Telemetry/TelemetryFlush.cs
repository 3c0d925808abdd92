using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace RumPortal.Portal.Telemetry;

/// <summary>Makes the providers start with the host (a service that nobody asks for is never built) and sends what is left when it stops.</summary>
public sealed class TelemetryFlush(TracerProvider traces, MeterProvider metrics) : IHostedService
{
    private const int PatienceMilliseconds = 3000;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces.ForceFlush(PatienceMilliseconds);
        metrics.ForceFlush(PatienceMilliseconds);
        return Task.CompletedTask;
    }
}
