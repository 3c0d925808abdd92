using System.Diagnostics;
using System.Net.Http.Headers;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Ingress.Hops;

/// <summary>What an ingress makes of the trace context that a request brings: one class for each kind that is met in the field.</summary>
internal abstract class Hop
{
    /// <summary>Whether answers name the span in <c>Server-Timing</c>.</summary>
    public virtual bool Announces => true;

    /// <summary>Starts the ingress's own span, and says which context the service behind it gets.</summary>
    public abstract HopSpan Begin(HttpRequest request, ActivitySource source);

    public virtual void Forward(ActivityContext context, HttpRequestHeaders headers) => W3CContext.Write(headers, context);

    protected static HopSpan Of(Activity? span) => new(span, span?.Context ?? default);
}
