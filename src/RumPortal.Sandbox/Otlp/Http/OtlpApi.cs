using RumPortal.Sandbox.Tempo;

namespace RumPortal.Sandbox.Otlp.Http;

/// <summary>OTLP/HTTP on any application, traces only: <c>POST /v1/traces</c>. Paths of other signals do not exist, as on a collector that takes none.</summary>
public static class OtlpApi
{
    public const string TracesPath = "/v1/traces";

    private const string NotFound = "404 page not found\n";

    public static void MapOtlpApi(this IEndpointRouteBuilder app, TempoBackend tempo)
    {
        var traces = new TracesEndpoint(tempo);
        app.Map(TracesPath, traces.HandleAsync);
        app.MapFallback("{*path}", context => OtlpResponse.TextAsync(context, StatusCodes.Status404NotFound, NotFound));
    }
}
