namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>Body of a sign-in. There is no password: the shop is a demonstration.</summary>
public sealed record SignInRequest(string? Name, string? Email);
