namespace RumPortal.Portal.Features.Traces;

/// <summary>How far the opening of a trace has come.</summary>
/// <param name="Head">Null as long as the trace is not there.</param>
/// <param name="IsWaiting">Whether it is looked for again: what was received a moment ago cannot be read at once.</param>
public sealed record TraceOpening(TraceHead? Head, bool IsWaiting);
