using System.Diagnostics.CodeAnalysis;
using RumPortal.Sandbox.DemoShop.Products;

namespace RumPortal.Sandbox.DemoShop.Orders;

/// <summary>What a cart costs, in euro cents.</summary>
public sealed record Quote(IReadOnlyList<QuotedLine> Lines, int Goods, int Shipping, int Total)
{
    private const int MaxLines = 50;
    private const int MaxQuantity = 9;
    private const int FreeShippingFrom = 9_000;
    private const int ShippingFee = 490;

    /// <summary>Prices the lines; false with a text for the customer when the cart is empty or names what the shop does not sell.</summary>
    public static bool TryCreate(
        IReadOnlyList<CartLine>? cart, Catalogue catalogue, [NotNullWhen(true)] out Quote? quote, [NotNullWhen(false)] out string? refusal)
    {
        quote = null;
        refusal = cart is null or { Count: 0 } ? "The cart is empty."
            : cart.Count > MaxLines ? $"A cart holds at most {MaxLines} lines."
            : cart.Any(line => line is not { Quantity: >= 1 and <= MaxQuantity }) ? $"A quantity is between 1 and {MaxQuantity}."
            : cart.Any(line => catalogue.Find(line.Sku ?? "") is null) ? "The cart holds a product that the shop does not sell."
            : null;
        if (refusal is not null) return false;

        quote = Of(
            from line in cart ?? []
            let product = catalogue.Find(line.Sku ?? "")?.Product
            where product is not null
            select new QuotedLine(product, line.Quantity, product.Price * line.Quantity));
        return true;
    }

    private static Quote Of(IEnumerable<QuotedLine> priced)
    {
        QuotedLine[] lines = [.. priced];
        var goods = lines.Sum(line => line.Total);
        var shipping = goods >= FreeShippingFrom ? 0 : ShippingFee;
        return new Quote(lines, goods, shipping, goods + shipping);
    }
}
