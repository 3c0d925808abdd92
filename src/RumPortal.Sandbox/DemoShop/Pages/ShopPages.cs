using Microsoft.Extensions.FileProviders;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Pages;

/// <summary>The shop's own host: traced documents, and as files beside the assembly the bundle with the real Faro SDK and the pictures.</summary>
internal sealed class ShopPages : IDisposable
{
    private static readonly string[] Paths =
        ["/", "/category/{slug}", "/search", "/products/{sku}", "/cart", "/checkout", "/checkout/payment", "/checkout/done", "/account", "/trouble"];

    /// <summary>The one page whose document is served as by a host without tracing: no span, and no trace for the browser to learn.</summary>
    private const string UntracedPath = "/trouble/untraced";

    private readonly PhysicalFileProvider _files;
    private readonly byte[] _document;
    private readonly string _policy;
    private readonly RequestSpans _spans;

    /// <param name="origins">What the pages call.</param>
    /// <param name="collector">The receiver's collect address.</param>
    /// <param name="tracing">Takes the spans of documents.</param>
    public ShopPages(ShopOrigins origins, Uri collector, ServiceTracing tracing)
    {
        _spans = new RequestSpans(tracing);
        var folder = Path.Combine(Path.GetDirectoryName(typeof(ShopPages).Assembly.Location) ?? "", "shop");
        _files = new PhysicalFileProvider(Path.Combine(folder, "public"));
        _document = ShopDocument.Render(File.ReadAllText(Path.Combine(folder, "index.html")), origins, collector);
        _policy = ShopDocument.ContentSecurityPolicy(origins, collector);
    }

    /// <param name="app">The app of the shop's host.</param>
    /// <param name="status">Gives the body of <c>/sandbox/status</c>.</param>
    public void Map(WebApplication app, Func<object> status)
    {
        app.UseStaticFiles(new StaticFileOptions { FileProvider = _files, OnPrepareResponse = file => Revalidate(file.Context) });
        app.MapGet("/sandbox/status", () => Results.Json(status()));
        foreach (var path in Paths) app.MapGet(path, context => DocumentAsync(context, StatusCodes.Status200OK));
        app.MapGet(UntracedPath, WriteDocumentAsync);
        app.MapFallback(context => DocumentAsync(context, StatusCodes.Status404NotFound));
    }

    public void Dispose() => _files.Dispose();

    private static void Revalidate(HttpContext context) => context.Response.Headers.CacheControl = "no-cache";

    private Task DocumentAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return _spans.InvokeAsync(context, WriteDocumentAsync);
    }

    private async Task WriteDocumentAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = _document.Length;
        context.Response.Headers.ContentSecurityPolicy = _policy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(_document, context.RequestAborted);
    }
}
