namespace RumPortal.Portal.Health;

/// <summary>
/// Probes for an orchestrator. Neither looks at a backend: a Loki that is down must not restart or unroute the portal, which still has
/// its own word to say about it.
/// </summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        // The process answers: that is all liveness means.
        endpoints.MapGet("/livez", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/readyz", async (Readiness readiness, CancellationToken cancellation) => await readiness.FaultAsync(cancellation) is { } fault
            ? Results.Text(fault, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
    }
}
