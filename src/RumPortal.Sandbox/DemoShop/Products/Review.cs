namespace RumPortal.Sandbox.DemoShop.Products;

/// <summary>What a customer wrote about a product, with one to five stars.</summary>
public sealed record Review(string Author, string Text, int Rating);
