namespace RumPortal.Sandbox.DemoShop.Orders;

/// <summary>One line of the cart that the browser keeps.</summary>
public sealed record CartLine(string? Sku, int Quantity);
