namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>Body of a payment: the name of a payment method, any case.</summary>
public sealed record PaymentRequest(string? Method);
