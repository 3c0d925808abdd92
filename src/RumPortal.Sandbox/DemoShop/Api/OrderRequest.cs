using RumPortal.Sandbox.DemoShop.Orders;

namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>Body of a quote (without <see cref="Delivery"/>) and of an order (with it).</summary>
public sealed record OrderRequest(IReadOnlyList<CartLine>? Lines, Delivery? Delivery);
