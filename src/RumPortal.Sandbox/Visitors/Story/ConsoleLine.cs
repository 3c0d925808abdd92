namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>Something an app writes to the console, with <c>{0}</c> where a number goes; the probability is for each page view.</summary>
internal sealed record ConsoleLine(string Level, string Message, double Probability, string? Component = null);
