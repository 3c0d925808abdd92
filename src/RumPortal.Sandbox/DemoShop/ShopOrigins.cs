namespace RumPortal.Sandbox.DemoShop;

/// <summary>The origins that the shop's pages call, by what is special about them.</summary>
/// <param name="Api">The ingress in front of the shop's API.</param>
/// <param name="Legacy">An ingress that speaks Jaeger's format alone.</param>
/// <param name="Unlisted">An ingress that the SDK is not told to send trace headers to.</param>
/// <param name="Silent">A service of the shop without tracing.</param>
/// <param name="Partner">Somebody else's service, on another site.</param>
public sealed record ShopOrigins(Uri Api, Uri Legacy, Uri Unlisted, Uri Silent, Uri Partner)
{
    public IEnumerable<Uri> All => [Api, Legacy, Unlisted, Silent, Partner];

    /// <summary>Those that the pages' SDK sends trace headers to.</summary>
    public IEnumerable<Uri> Injected => [Api, Legacy, Silent];
}
