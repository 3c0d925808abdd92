namespace RumPortal.Sandbox.Labels;

/// <summary>One name and value of a stream, a series or an entry. The value may be empty: Loki keeps such labels in log answers.</summary>
public readonly record struct Label(string Name, string Value);
