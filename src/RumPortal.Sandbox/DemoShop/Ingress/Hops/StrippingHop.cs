using System.Diagnostics;

namespace RumPortal.Sandbox.DemoShop.Ingress.Hops;

/// <summary>Drops the caller's headers before its own tracing sees them: a new trace begins, and nothing tells of the old one.</summary>
internal sealed class StrippingHop : Hop
{
    public override HopSpan Begin(HttpRequest request, ActivitySource source) =>
        Of(source.StartActivity(request.Method, ActivityKind.Server, parentContext: default));
}
