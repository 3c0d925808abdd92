namespace RumPortal.Sandbox.DemoShop.Products;

/// <summary>An article with what has endpoints of its own: the pieces in stock and the reviews.</summary>
public sealed record CatalogueEntry(Product Product, int Stock, bool Featured, IReadOnlyList<Review> Reviews);
