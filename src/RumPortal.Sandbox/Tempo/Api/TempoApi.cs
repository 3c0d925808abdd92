using System.Text.RegularExpressions;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Tempo.TraceQl;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>Tempo's HTTP API on any application. Parameters are read from the URL alone, as Tempo does. No authentication: the tenant header is ignored.</summary>
public static class TempoApi
{
    private const string NotFound = "404 page not found\n";

    /// <summary>What Tempo has and the sandbox has not.</summary>
    private static readonly string[] LeftOut =
    [
        "/api/v2/traces/diff", "/api/metrics/summary", "/api/overrides", "/api/mcp", "/status", "/status/{**page}", "/metrics", "/flush", "/shutdown",
    ];

    public static void MapTempoApi(this IEndpointRouteBuilder app, TempoBackend tempo)
    {
        var (traces, search, tags, metrics) = (new TraceEndpoints(tempo), new SearchEndpoint(tempo), new TagEndpoints(tempo), new MetricsEndpoints(tempo));
        Map(app, "/api/traces/{id}", traces.FirstVersionAsync);
        Map(app, "/api/v2/traces/{id}", traces.SecondVersionAsync);
        Map(app, "/api/search", search.SearchAsync);
        Map(app, "/api/search/tags", tags.NamesAsync);
        Map(app, "/api/v2/search/tags", tags.ScopedNamesAsync);
        Map(app, "/api/search/tag/{name}/values", tags.ValuesAsync);
        Map(app, "/api/v2/search/tag/{name}/values", tags.TypedValuesAsync);
        Map(app, "/api/metrics/query_range", metrics.RangeAsync);
        Map(app, "/api/metrics/query", metrics.InstantAsync);
        Map(app, "/api/echo", StatusEndpoints.EchoAsync);
        Map(app, "/api/status/buildinfo", StatusEndpoints.BuildInfoAsync);
        Map(app, "/ready", StatusEndpoints.ReadyAsync);
        foreach (var path in LeftOut)
            app.Map(path, (RequestDelegate)(context => TempoResponse.TextAsync(context, StatusCodes.Status400BadRequest, $"{context.Request.Path} is not supported by the sandbox's Tempo")));
        app.MapFallback("{*path}", context => TempoResponse.TextAsync(context, StatusCodes.Status404NotFound, NotFound));
    }

    /// <summary>The fallback would take other methods for unknown paths, so they are refused here.</summary>
    private static void Map(IEndpointRouteBuilder app, string path, RequestDelegate handler)
    {
        var guarded = Guarded(handler);
        app.Map(path, (RequestDelegate)(context => HttpMethods.IsGet(context.Request.Method)
            ? guarded(context)
            : TempoResponse.TextAsync(context, StatusCodes.Status405MethodNotAllowed, "")));
    }

    /// <summary>Turns what a handler throws into Tempo's plain-text answers. Handlers throw before they write.</summary>
    private static RequestDelegate Guarded(RequestDelegate handler) => async context =>
    {
        try
        {
            await handler(context);
        }
        catch (Exception e) when (AnswerTo(e, context) is { } answer && !context.Response.HasStarted)
        {
            await TempoResponse.TextAsync(context, answer.Status, answer.Text);
        }
    };

    private static (int Status, string Text)? AnswerTo(Exception exception, HttpContext context) => exception switch
    {
        TraceQlException e => (StatusCodes.Status400BadRequest, $"invalid TraceQL query: {e.Message}"),
        BadRequestException e => (StatusCodes.Status400BadRequest, e.Message),
        RegexMatchTimeoutException => (StatusCodes.Status400BadRequest, "invalid TraceQL query: a regular expression took too long on a value; word boundaries (\\b) are costly in the sandbox's Tempo"),
        OperationCanceledException when context.RequestAborted.IsCancellationRequested => (StatusCodes.Status499ClientClosedRequest, "context canceled"),
        OperationCanceledException => (StatusCodes.Status504GatewayTimeout, "context deadline exceeded"),
        _ => null,
    };
}
