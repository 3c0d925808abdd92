using System.Diagnostics;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Ingress.Hops;

/// <summary>As it should be: the span is a child of the browser's.</summary>
internal sealed class PropagatingHop : Hop
{
    public override HopSpan Begin(HttpRequest request, ActivitySource source) =>
        Of(source.StartActivity(request.Method, ActivityKind.Server, W3CContext.Read(request.Headers)));
}
