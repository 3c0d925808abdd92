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
        try
        {
            await next(context);
            if (span is not null) ServerSpan.Describe(span, context);
        }
        catch (Exception failure) when (span is not null && failure is not OperationCanceledException)
        {
            // The server makes a 500 of it, after this span has ended.
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            ServerSpan.Describe(span, context);
            span.AddException(failure);
            throw;
        }
    }

    private static ActivityContext CallerOf(IHeaderDictionary headers) =>
        W3CContext.Read(headers) is var caller && caller != default ? caller : JaegerContext.Read(headers);
}
