namespace RumPortal.Portal.Api;

/// <summary>A vital of one page load.</summary>
/// <param name="Name">Lower case: <c>lcp</c>.</param>
/// <param name="Value">Milliseconds; CLS without unit.</param>
/// <param name="Rating"><c>good</c>, <c>needs-improvement</c> or <c>poor</c>, by the official limits.</param>
/// <param name="Page">The page at the time of the report.</param>
public sealed record VitalDocument(string Name, double Value, string Rating, string? Page);
