using System.Diagnostics;
using RumPortal.Sandbox.DemoShop.Ingress.Hops;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Ingress;

/// <summary>
/// What the browser calls: a small reverse proxy with a server span of its own for each request, whose treatment of the trace context is
/// chosen by route.
/// </summary>
internal sealed class IngressProxy(ServiceTracing tracing, Uri upstream, HttpClient http, Hop usual, params IReadOnlyList<IngressRoute> routes)
{
    private readonly Upstream _upstream = new(upstream, http);

    public void Map(WebApplication app)
    {
        app.Use(RefusePreflightAsync);
        CrossOrigin.Use(app);
        app.Run(HandleAsync);
    }

    /// <summary>
    /// Answers a preflight as a gateway that does not know the header: 403, and the browser does not send the request itself. The only
    /// preflight with a span; those that pass are the CORS middleware's affair.
    /// </summary>
    private Task RefusePreflightAsync(HttpContext context, RequestDelegate next)
    {
        var refused = HttpMethods.IsOptions(context.Request.Method) && RouteOf(context.Request) is { AllowsTraceHeaders: false };
        return refused ? RecordAsync(context, usual, (_, _) => Refuse(context)) : next(context);
    }

    private Task HandleAsync(HttpContext context)
    {
        var hop = RouteOf(context.Request)?.Hop ?? usual;
        return RecordAsync(context, hop, _upstream.ForwardAsync);
    }

    private async Task RecordAsync(HttpContext context, Hop hop, Func<HttpContext, Action<HttpRequestMessage>, Task> answer)
    {
        // The host's own activity must not become the parent: it is exported nowhere.
        Activity.Current = null;
        var (span, forwarded) = hop.Begin(context.Request, tracing.Source);
        using (span)
        {
            if (span is not null && hop.Announces) ServerSpan.Announce(span, context.Response);
            await answer(context, request =>
            {
                if (forwarded != default) hop.Forward(forwarded, request.Headers);
            });
            if (span is not null) ServerSpan.Describe(span, context);
        }
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private IngressRoute? RouteOf(HttpRequest request) => routes.FirstOrDefault(route => request.Path.Equals(route.Path, StringComparison.Ordinal));
}
