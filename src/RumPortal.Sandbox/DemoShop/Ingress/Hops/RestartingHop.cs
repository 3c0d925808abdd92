using System.Diagnostics;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Ingress.Hops;

/// <summary>
/// A "public endpoint": trusts no caller's context, begins a new trace and links its span to the caller's, as OpenTelemetry's instrumentation
/// does with that option.
/// </summary>
internal sealed class RestartingHop : Hop
{
    public override HopSpan Begin(HttpRequest request, ActivitySource source)
    {
        var caller = W3CContext.Read(request.Headers);
        ActivityLink[] links = caller == default ? [] : [new ActivityLink(caller)];
        return Of(source.StartActivity(request.Method, ActivityKind.Server, parentContext: default, tags: null, links));
    }
}
