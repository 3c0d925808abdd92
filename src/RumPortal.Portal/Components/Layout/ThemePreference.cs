namespace RumPortal.Portal.Components.Layout;

/// <summary>The theme chosen when the page was loaded: <c>light</c>, <c>dark</c> or <c>system</c>.</summary>
public sealed record ThemePreference(string Choice);
