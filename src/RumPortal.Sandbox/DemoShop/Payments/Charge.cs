namespace RumPortal.Sandbox.DemoShop.Payments;

/// <summary>Body of <c>POST /charges</c>; the total is in euro cents.</summary>
internal sealed record Charge(string Order, int Total, PaymentMethod Method);
