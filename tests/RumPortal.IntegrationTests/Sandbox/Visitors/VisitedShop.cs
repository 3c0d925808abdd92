using RumPortal.IntegrationTests.Sandbox.DemoShop;
using RumPortal.Sandbox.Hosting;

namespace RumPortal.IntegrationTests.Sandbox.Visitors;

/// <summary>A sandbox with an hour of history, thin enough to be there at once.</summary>
public sealed class VisitedShop() : TracedShop(new SandboxOptions { Portal = false, ShopPort = 0, History = TimeSpan.FromHours(1), LinesPerDay = 200_000 });
