namespace RumPortal.Sandbox.Samples;

/// <summary>A value at a time in milliseconds since 1970.</summary>
public readonly record struct Point(long Milliseconds, double Value);
