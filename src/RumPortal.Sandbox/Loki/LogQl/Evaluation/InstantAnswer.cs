using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>The value of a query at one of several times, or why there is none.</summary>
/// <param name="Time">Nanoseconds since 1970.</param>
/// <param name="Samples">Empty when it failed.</param>
/// <param name="Error">Null when it went well.</param>
public sealed record InstantAnswer(long Time, IReadOnlyList<Sample> Samples, string? Error);
