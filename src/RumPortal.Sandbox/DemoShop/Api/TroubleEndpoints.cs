namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>Failures on demand, for the shop's page "Trouble".</summary>
public static class TroubleEndpoints
{
    private const double LongestWait = 30;

    public static void MapTrouble(this IEndpointRouteBuilder app, TimeProvider clock)
    {
        var trouble = app.MapGroup("/api/trouble");
        trouble.MapGet("/status/{status:int:range(400,599)}", (int status) =>
            Refusal.Of(status, $"The shop was asked to answer {status}."));
        trouble.MapGet("/slow", async (double? seconds, CancellationToken cancellation) =>
        {
            var wait = double.IsFinite(seconds ?? 4) ? Math.Clamp(seconds ?? 4, 0, LongestWait) : LongestWait;
            await Task.Delay(TimeSpan.FromSeconds(wait), clock, cancellation);
            return new { waited = wait };
        });
    }
}
