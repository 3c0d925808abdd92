namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>Something to click or type into; <paramref name="Action"/> names the user action it starts, if any.</summary>
internal sealed record Control(string Selector, string? Action = null, ApiCall? Call = null, bool IsCritical = false);
