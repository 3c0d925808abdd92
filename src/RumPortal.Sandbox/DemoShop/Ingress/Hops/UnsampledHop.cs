using System.Diagnostics;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Ingress.Hops;

/// <summary>
/// Hands the context on with a span id of its own but never exports that span, as a proxy that samples for itself does: the service behind it
/// names a parent that nobody has.
/// </summary>
internal sealed class UnsampledHop : Hop
{
    public override HopSpan Begin(HttpRequest request, ActivitySource source)
    {
        var caller = W3CContext.Read(request.Headers);
        var forwarded = caller == default
            ? default
            : new ActivityContext(caller.TraceId, ActivitySpanId.CreateRandom(), caller.TraceFlags, caller.TraceState);
        return new HopSpan(null, forwarded);
    }
}
