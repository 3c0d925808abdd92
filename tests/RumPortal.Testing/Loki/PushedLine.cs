namespace RumPortal.Testing.Loki;

/// <summary>A line of an app in production, to be pushed.</summary>
/// <param name="Kind">The value of the stream label <c>kind</c>.</param>
/// <param name="Time">When it is stored.</param>
public sealed record PushedLine(string App, string Kind, DateTimeOffset Time, string Text);
