using RumPortal.Sandbox.DemoShop.Products;

namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>What the shop shows: lists, search, one product with its reviews, stock and companions.</summary>
public static class CatalogueEndpoints
{
    // The recommendations are the shop's flaky part: now and then they are not there, and the page must live with it.
    private const double RecommendationsDown = 0.06;

    public static void MapCatalogue(this IEndpointRouteBuilder app, Catalogue catalogue, Pace pace)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/products", async (string? category, bool? featured, CancellationToken cancellation) =>
        {
            await pace.PauseAsync(TimeSpan.FromMilliseconds(60), cancellation);
            return catalogue.List(category, featured ?? false);
        });
        api.MapGet("/search", async (string? q, CancellationToken cancellation) =>
        {
            await pace.PauseAsync(TimeSpan.FromMilliseconds(140), cancellation);
            return catalogue.Search(q ?? "");
        });
        api.MapGet("/recommendations", async (string? @for, CancellationToken cancellation) =>
        {
            await pace.PauseAsync(TimeSpan.FromMilliseconds(180), cancellation);
            return pace.Happens(RecommendationsDown)
                ? Refusal.Of(StatusCodes.Status503ServiceUnavailable, "The recommendations are resting.")
                : Results.Ok(catalogue.GoesWith(@for ?? ""));
        });
        var product = api.MapGroup("/products/{sku}");
        product.MapGet("", (string sku, CancellationToken cancellation) =>
            FindAsync(sku, TimeSpan.FromMilliseconds(70), entry => entry.Product, cancellation));
        product.MapGet("/stock", (string sku, CancellationToken cancellation) =>
            FindAsync(sku, TimeSpan.FromMilliseconds(110), entry => new { available = entry.Stock }, cancellation));
        product.MapGet("/reviews", (string sku, CancellationToken cancellation) =>
            FindAsync(sku, TimeSpan.FromMilliseconds(320), entry => entry.Reviews, cancellation));

        async Task<IResult> FindAsync(string sku, TimeSpan typical, Func<CatalogueEntry, object> answer, CancellationToken cancellation)
        {
            await pace.PauseAsync(typical, cancellation);
            return catalogue.Find(sku) is { } entry
                ? Results.Ok(answer(entry))
                : Refusal.Of(StatusCodes.Status404NotFound, "The shop does not sell this product.");
        }
    }
}
