using System.Text;
using System.Text.Encodings.Web;

namespace RumPortal.Sandbox.DemoShop.Pages;

/// <summary>
/// The one HTML document of the shop: the bundle draws every page into it. Ports are known only at run time, so the server writes the
/// addresses of the origins that it calls into the document's meta tags.
/// </summary>
internal static class ShopDocument
{
    public static byte[] Render(string template, ShopOrigins origins, Uri collector) =>
        Encoding.UTF8.GetBytes(template
            .Replace("{{shop-api}}", Encode(Authority(origins.Api)), StringComparison.Ordinal)
            .Replace("{{shop-legacy}}", Encode(Authority(origins.Legacy)), StringComparison.Ordinal)
            .Replace("{{shop-unlisted}}", Encode(Authority(origins.Unlisted)), StringComparison.Ordinal)
            .Replace("{{shop-silent}}", Encode(Authority(origins.Silent)), StringComparison.Ordinal)
            .Replace("{{shop-partner}}", Encode(Authority(origins.Partner)), StringComparison.Ordinal)
            .Replace("{{faro-collector}}", Encode(collector.AbsoluteUri), StringComparison.Ordinal));

    /// <summary>
    /// Everything from the shop's own host; requests to the API's origins and the collector besides. The session recorder adds an inline
    /// style. Inline scripts violate the policy, which the page "Trouble" makes use of.
    /// </summary>
    public static string ContentSecurityPolicy(ShopOrigins origins, Uri collector) =>
        "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        + $"connect-src 'self' {string.Join(' ', origins.All.Append(collector).Select(Authority))}";

    private static string Authority(Uri url) => url.GetLeftPart(UriPartial.Authority);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
