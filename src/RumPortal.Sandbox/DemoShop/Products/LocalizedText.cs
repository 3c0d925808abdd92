namespace RumPortal.Sandbox.DemoShop.Products;

/// <summary>A text in the shop's two languages.</summary>
public sealed record LocalizedText(string En, string Zh);
