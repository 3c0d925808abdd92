using System.Diagnostics;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>
/// The server spans of one demo service: one for each request, child of the caller's <c>traceparent</c> when there is a valid one, sampled
/// as the caller decided. Each answer names its span in <c>Server-Timing: traceparent;desc="00-&lt;trace&gt;-&lt;span&gt;-01"</c>, the only
/// way in which a browser learns the trace of a document that it loaded. Finished spans are counted and go nowhere.
/// </summary>
public sealed class RequestSpans : IDisposable
{
    private readonly ActivitySource _source;
    private readonly ActivityListener _listener;
    private long _finished;

    public RequestSpans(string service)
    {
        Service = service;
        _source = new ActivitySource(service);
        _listener = new ActivityListener
        {
            // By reference: another sandbox in this process has a source of the same name.
            ShouldListenTo = source => ReferenceEquals(source, _source),
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => Decide(options.Parent),
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public string Service { get; }

    /// <summary>Sampled spans that ended so far.</summary>
    public long Finished => Interlocked.Read(ref _finished);

    /// <summary>Middleware: wraps the rest of the request into a span.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // The host's own activity must not become the parent: it is exported nowhere.
        Activity.Current = null;
        using var span = _source.StartActivity(context.Request.Method, ActivityKind.Server, CallerOf(context.Request));
        if (span is not null) Announce(span, context.Response);
        await next(context);
        if (span is not null) Describe(span, context);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
    }

    private static ActivityContext CallerOf(HttpRequest request) =>
        ActivityContext.TryParse(request.Headers["traceparent"], request.Headers["tracestate"], isRemote: true, out var caller) ? caller : default;

    private static ActivitySamplingResult Decide(ActivityContext parent) =>
        parent == default || parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
            ? ActivitySamplingResult.AllDataAndRecorded
            : ActivitySamplingResult.PropagationData;

    private static void Announce(Activity span, HttpResponse response) =>
        response.Headers["Server-Timing"] = $"traceparent;desc=\"{span.Id}\"";

    private static void Describe(Activity span, HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            span.DisplayName = $"{context.Request.Method} {route}";
            span.SetTag("http.route", route);
        }

        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("url.path", context.Request.Path.Value);
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }

    private void Count(Activity span)
    {
        if (span.Recorded) Interlocked.Increment(ref _finished);
    }
}
