namespace RumPortal.Domain.Querying;

/// <summary>One point of a series. The value may be infinite or no number, as metric stores allow.</summary>
public readonly record struct Sample(DateTimeOffset Time, double Value);
