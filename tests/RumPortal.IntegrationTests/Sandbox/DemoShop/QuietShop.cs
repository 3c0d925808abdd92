using RumPortal.Sandbox.Hosting;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

/// <summary>A sandbox with hardly a visitor in it: what is in Tempo comes from the test.</summary>
public sealed class QuietShop() : TracedShop(new SandboxOptions { Portal = false, ShopPort = 0, History = TimeSpan.Zero, LinesPerDay = 1_000 });
