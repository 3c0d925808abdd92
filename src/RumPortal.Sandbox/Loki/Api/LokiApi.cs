using System.Text.RegularExpressions;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Loki.Ingest;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary>Loki's HTTP API on any application, all but its ruler; every query endpoint takes GET and form POST. No authentication: the tenant header is ignored.</summary>
public static class LokiApi
{
    private const string Prefix = "/loki/api/v1";
    private const string NotFound = "404 page not found\n";
    private static readonly string[] GetOrPost = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>What Loki has and the sandbox has not.</summary>
    private static readonly string[] LeftOut =
    [
        $"{Prefix}/tail", $"{Prefix}/delete", $"{Prefix}/patterns", $"{Prefix}/detected_labels", $"{Prefix}/detected_fields",
        Prefix + "/detected_field/{name}/values", $"{Prefix}/index/shards", "/otlp/v1/logs",
    ];

    public static void MapLokiApi(this IEndpointRouteBuilder app, LokiBackend loki)
    {
        var (queries, labels, index, status) = (new QueryEndpoints(loki), new LabelEndpoints(loki), new IndexEndpoints(loki), new StatusEndpoints(loki));
        app.MapPost($"{Prefix}/push", Guarded(new PushEndpoint(loki).PushAsync));
        Map(app, $"{Prefix}/query", queries.InstantAsync);
        Map(app, $"{Prefix}/query_range", queries.RangeAsync);
        Map(app, $"{Prefix}/labels", labels.NamesAsync);
        Map(app, $"{Prefix}/label", labels.NamesAsync);
        Map(app, Prefix + "/label/{name}/values", labels.ValuesAsync);
        Map(app, $"{Prefix}/series", labels.SeriesAsync);
        Map(app, $"{Prefix}/index/stats", index.StatsAsync);
        Map(app, $"{Prefix}/index/volume", index.VolumeAsync);
        Map(app, $"{Prefix}/index/volume_range", index.VolumeRangeAsync);
        Map(app, $"{Prefix}/format_query", StatusEndpoints.FormatQueryAsync);
        Map(app, $"{Prefix}/status/buildinfo", StatusEndpoints.BuildInfoAsync);
        Map(app, $"{Prefix}/drilldown-limits", status.DrilldownLimitsAsync);
        app.MapGet("/ready", StatusEndpoints.ReadyAsync);
        foreach (var path in LeftOut)
            app.Map(path, (RequestDelegate)(context => LokiResponse.TextAsync(context, StatusCodes.Status400BadRequest, $"{context.Request.Path} is not supported by the sandbox's Loki\n")));
        app.MapFallback("{*path}", context => LokiResponse.TextAsync(context, StatusCodes.Status404NotFound, NotFound));
    }

    private static void Map(IEndpointRouteBuilder app, string path, RequestDelegate handler) => app.MapMethods(path, GetOrPost, Guarded(handler));

    /// <summary>Turns what a handler throws into Loki's plain-text answers. Handlers throw before they write.</summary>
    private static RequestDelegate Guarded(RequestDelegate handler) => async context =>
    {
        try
        {
            await handler(context);
        }
        catch (Exception e) when (AnswerTo(e, context) is { } answer && !context.Response.HasStarted)
        {
            await LokiResponse.TextAsync(context, answer.Status, answer.Text);
        }
    };

    private static (int Status, string Text)? AnswerTo(Exception exception, HttpContext context) => exception switch
    {
        LogQlException e => (StatusCodes.Status400BadRequest, e.Message),
        BadRequestException e => (StatusCodes.Status400BadRequest, e.Message),
        QueryException e => (e.Status, e.Message),
        PushException e => (e.Status, e.Message),
        BadHttpRequestException e => (e.StatusCode, e.Message),
        RegexMatchTimeoutException => (StatusCodes.Status400BadRequest, "parse error : a regular expression took too long on a line; word boundaries (\\b) are costly in the sandbox's Loki"),
        OperationCanceledException when context.RequestAborted.IsCancellationRequested => (StatusCodes.Status499ClientClosedRequest, "the request was cancelled by the client"),
        OperationCanceledException => (StatusCodes.Status504GatewayTimeout, "request timed out, decrease the duration of the request or add more label matchers (prefer exact match over regex match) to reduce the amount of data processed"),
        _ => null,
    };
}
