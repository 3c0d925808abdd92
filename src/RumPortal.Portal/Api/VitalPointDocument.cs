namespace RumPortal.Portal.Api;

/// <summary>One step.</summary>
/// <param name="Time">Its end.</param>
public sealed record VitalPointDocument(DateTimeOffset Time, double? Value, double Count);
