using System.Text;
using System.Text.Encodings.Web;

namespace RumPortal.Sandbox.DemoShop.Pages;

/// <summary>
/// The one HTML document of the shop: the bundle draws every page into it. Ports are known only at run time, so the server writes the
/// addresses of the API and of the Faro collector into the document's meta tags.
/// </summary>
public static class ShopDocument
{
    public static byte[] Render(string template, Uri api, Uri collector) =>
        Encoding.UTF8.GetBytes(template
            .Replace("{{shop-api}}", HtmlEncoder.Default.Encode(api.GetLeftPart(UriPartial.Authority)), StringComparison.Ordinal)
            .Replace("{{faro-collector}}", HtmlEncoder.Default.Encode(collector.AbsoluteUri), StringComparison.Ordinal));

    /// <summary>
    /// Everything from the shop's own host; requests to the API and the collector besides. The session recorder adds an inline style. Inline
    /// scripts violate the policy, which the page "Trouble" makes use of.
    /// </summary>
    public static string ContentSecurityPolicy(Uri api, Uri collector) =>
        "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        + $"connect-src 'self' {api.GetLeftPart(UriPartial.Authority)} {collector.GetLeftPart(UriPartial.Authority)}";
}
