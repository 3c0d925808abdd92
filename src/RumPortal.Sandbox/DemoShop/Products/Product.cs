namespace RumPortal.Sandbox.DemoShop.Products;

/// <summary>What everybody may know about an article. The price is in euro cents, the rating is one to five stars on average.</summary>
public sealed record Product(
    string Sku,
    string Category,
    LocalizedText Name,
    LocalizedText Description,
    string Maker,
    int Price,
    double Rating);
