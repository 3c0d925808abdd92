namespace RumPortal.Sandbox.FaroReceiver.Http;

/// <summary>
/// Puts a <see cref="Receiver"/> on a web application of its own: <c>/collect</c>, <c>/-/ready</c>, <c>/metrics</c>, and Go's 404 for
/// the rest.
/// </summary>
public static class FaroReceiverEndpoints
{
    public static void MapFaroReceiver(this IEndpointRouteBuilder app, Receiver receiver)
    {
        var collect = new CollectEndpoint(receiver);
        app.Map("/collect", Measured(receiver, context => CollectAsync(collect, context)));
        app.Map("/-/ready", Measured(receiver, ReadyAsync));
        app.MapGet("/metrics", context =>
        {
            context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            return context.Response.WriteAsync(receiver.Metrics.ToPrometheusText(), context.RequestAborted);
        });
        app.MapFallback("{*path}", Measured(receiver, NotFound));
    }

    private static Task ReadyAsync(HttpContext context) =>
        Exact(context, "/-/ready") ? PlainText.WriteAsync(context, StatusCodes.Status200OK, "ready") : NotFound(context);

    private static Task CollectAsync(CollectEndpoint collect, HttpContext context)
    {
        if (!Exact(context, "/collect")) return NotFound(context);
        var method = context.Request.Method;
        if (HttpMethods.IsPost(method) || HttpMethods.IsOptions(method)) return collect.HandleAsync(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    // Routing here ignores case and a final slash; Alloy's does not.
    private static bool Exact(HttpContext context, string path) => context.Request.Path.Value == path;

    private static Task NotFound(HttpContext context) => PlainText.ErrorAsync(context, StatusCodes.Status404NotFound, "404 page not found");

    private static RequestDelegate Measured(Receiver receiver, RequestDelegate handle) => async context =>
    {
        var requests = receiver.Metrics.Requests;
        var started = receiver.Time.GetTimestamp();
        requests.Begin();
        try
        {
            await handle(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender has gone; nobody reads an answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        finally
        {
            requests.End(
                context.Request.Method,
                context.Response.StatusCode,
                receiver.Time.GetElapsedTime(started),
                context.Request.ContentLength ?? 0,
                context.Response.ContentLength ?? 0);
        }
    };
}
