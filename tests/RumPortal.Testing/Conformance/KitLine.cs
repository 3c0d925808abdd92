namespace RumPortal.Testing.Conformance;

/// <summary>One line as it was pushed.</summary>
public sealed record KitLine(IReadOnlyDictionary<string, string> Labels, long Nanoseconds, byte[] Line);
