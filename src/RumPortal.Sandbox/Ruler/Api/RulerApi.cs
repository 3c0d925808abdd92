using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Loki.Api;
using RumPortal.Sandbox.Prometheus;

namespace RumPortal.Sandbox.Ruler.Api;

/// <summary>The API of Loki's ruler, on Loki's port: rule groups as YAML, their state as JSON, and the sandbox's own switch to evaluate at once.</summary>
public static class RulerApi
{
    private const string Rules = "/loki/api/v1/rules";

    public static void MapRulerApi(this IEndpointRouteBuilder app, LokiRuler ruler, PrometheusBackend prometheus)
    {
        var (groups, state) = (new GroupEndpoints(ruler), new StateEndpoints(ruler));
        app.MapGet(Rules, Guarded(groups.ListAsync));
        app.MapGet(Rules + "/{namespace}", Guarded(groups.ListAsync));
        app.MapGet(Rules + "/{namespace}/{group}", Guarded(groups.GetAsync));
        app.MapPost(Rules + "/{namespace}", Guarded(groups.SetAsync));
        app.MapDelete(Rules + "/{namespace}", Guarded(groups.RemoveNamespaceAsync));
        app.MapDelete(Rules + "/{namespace}/{group}", Guarded(groups.RemoveAsync));
        app.MapGet("/prometheus/api/v1/rules", Guarded(state.RulesAsync));
        app.MapGet("/prometheus/api/v1/alerts", Guarded(StateEndpoints.AlertsAsync));
        app.MapPost("/sandbox/ruler/evaluate", Guarded(new EvaluateEndpoint(ruler, prometheus).EvaluateAsync));
    }

    private static RequestDelegate Guarded(RequestDelegate handler) => async context =>
    {
        try
        {
            await handler(context);
        }
        catch (BadRequestException e) when (!context.Response.HasStarted)
        {
            await LokiResponse.TextAsync(context, StatusCodes.Status400BadRequest, e.Message + "\n");
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await LokiResponse.TextAsync(context, e.StatusCode, e.Message + "\n");
        }
    };
}
