namespace RumPortal.Sandbox.DemoShop.Orders;

/// <summary>Where an order goes. All three are required and short.</summary>
public sealed record Delivery(string? Name, string? Street, string? City)
{
    private const int MaxLength = 200;

    public bool IsComplete => IsText(Name) && IsText(Street) && IsText(City);

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MaxLength;
}
