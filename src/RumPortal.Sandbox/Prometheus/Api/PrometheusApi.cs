using System.Text.RegularExpressions;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;

namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary>Prometheus' HTTP API on any application. No authentication: the tenant header is ignored.</summary>
public static class PrometheusApi
{
    private const string Prefix = "/api/v1";
    private const string NotFound = "404 page not found\n";
    private const string MethodNotAllowed = "Method Not Allowed\n";
    private static readonly string[] GetOrPost = [HttpMethods.Get, HttpMethods.Post];
    private static readonly string[] Get = [HttpMethods.Get];

    /// <summary>What Prometheus has and the sandbox has not.</summary>
    private static readonly string[] LeftOut =
    [
        "query_exemplars", "format_query", "targets", "targets/metadata", "alertmanagers", "scrape_pools", "write", "read", "status/config", "status/flags", "status/runtimeinfo",
        "status/tsdb", "status/walreplay", "admin/tsdb/delete_series", "admin/tsdb/clean_tombstones", "admin/tsdb/snapshot",
    ];

    public static void MapPrometheusApi(this IEndpointRouteBuilder app, PrometheusBackend prometheus)
    {
        var (queries, labels, rules) = (new QueryEndpoints(prometheus), new LabelEndpoints(prometheus), new RuleEndpoints(prometheus));
        Map(app, "query", GetOrPost, queries.InstantAsync);
        Map(app, "query_range", GetOrPost, queries.RangeAsync);
        Map(app, "labels", GetOrPost, labels.NamesAsync);
        Map(app, "label/{name}/values", Get, labels.ValuesAsync);
        Map(app, "series", GetOrPost, labels.SeriesAsync);
        Map(app, "metadata", Get, StatusEndpoints.MetadataAsync);
        Map(app, "rules", Get, rules.RulesAsync);
        Map(app, "alerts", Get, StatusEndpoints.AlertsAsync);
        Map(app, "status/buildinfo", Get, StatusEndpoints.BuildInfoAsync);
        app.MapGet("/-/ready", StatusEndpoints.ReadyAsync);
        app.MapGet("/-/healthy", StatusEndpoints.HealthyAsync);
        foreach (var path in LeftOut)
            app.Map($"{Prefix}/{path}", (RequestDelegate)(context => PrometheusResponse.ErrorAsync(context, ApiError.BadData($"{context.Request.Path} is not supported by the sandbox's Prometheus"))));
        app.MapFallback("{*path}", context => PrometheusResponse.TextAsync(context, StatusCodes.Status404NotFound, NotFound));
    }

    /// <summary>The fallback would take other methods for unknown paths, so they are refused here.</summary>
    private static void Map(IEndpointRouteBuilder app, string path, string[] methods, RequestDelegate handler)
    {
        var guarded = Guarded(handler);
        app.Map($"{Prefix}/{path}", (RequestDelegate)(context => methods.Contains(context.Request.Method)
            ? guarded(context)
            : PrometheusResponse.TextAsync(context, StatusCodes.Status405MethodNotAllowed, MethodNotAllowed)));
    }

    /// <summary>Turns what a handler throws into Prometheus' error envelope. Handlers throw before they write.</summary>
    private static RequestDelegate Guarded(RequestDelegate handler) => async context =>
    {
        try
        {
            await handler(context);
        }
        catch (Exception e) when (AnswerTo(e, context) is { } answer && !context.Response.HasStarted)
        {
            await PrometheusResponse.ErrorAsync(context, answer);
        }
    };

    private static ApiError? AnswerTo(Exception exception, HttpContext context) => exception switch
    {
        BadRequestException e => ApiError.BadData(e.Message),
        PromQlException e => ApiError.BadData(e.Message),
        BadHttpRequestException e => ApiError.BadData(e.Message),
        ExecutionException e => ApiError.Execution(e.Message),
        RegexMatchTimeoutException => ApiError.Execution("a regular expression took too long on a label; word boundaries (\\b) are costly in the sandbox's Prometheus"),
        OperationCanceledException when context.RequestAborted.IsCancellationRequested => ApiError.Canceled(),
        OperationCanceledException => ApiError.Timeout(),
        _ => null,
    };
}
