namespace RumPortal.Sandbox.DemoShop.Orders;

/// <summary>An order; the total is in euro cents.</summary>
public sealed record Order(string Id, int Total, bool Paid);
