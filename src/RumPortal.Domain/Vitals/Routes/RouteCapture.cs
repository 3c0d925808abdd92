namespace RumPortal.Domain.Vitals.Routes;

/// <summary>What a parameter of a route pattern stood for in one path.</summary>
public readonly record struct RouteCapture(string Name, string Value);
