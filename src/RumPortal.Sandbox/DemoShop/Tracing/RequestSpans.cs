using System.Diagnostics;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>
/// The server spans of one demo service: one for each request, child of the caller's context when there is a valid one (the W3C form first,
/// Jaeger's otherwise), sampled as the caller decided. Each answer names its span.
/// </summary>
internal sealed class RequestSpans(ServiceTracing tracing)
{
    /// <summary>Middleware: wraps the rest of the request into a span.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // The host's own activity must not become the parent: it is exported nowhere.
        Activity.Current = null;
        using var span = tracing.Source.StartActivity(context.Request.Method, ActivityKind.Server, CallerOf(context.Request.Headers));
        if (span is not null) ServerSpan.Announce(span, context.Response);
        await next(context);
        if (span is not null) ServerSpan.Describe(span, context);
    }

    private static ActivityContext CallerOf(IHeaderDictionary headers) =>
        W3CContext.Read(headers) is var caller && caller != default ? caller : JaegerContext.Read(headers);
}
