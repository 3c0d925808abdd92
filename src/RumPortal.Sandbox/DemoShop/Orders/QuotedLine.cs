using RumPortal.Sandbox.DemoShop.Products;

namespace RumPortal.Sandbox.DemoShop.Orders;

/// <summary>A priced line; the total is in euro cents.</summary>
public sealed record QuotedLine(Product Product, int Quantity, int Total);
