namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>One part of a header.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">As it was written.</param>
/// <param name="Meaning">What it says; null when the value says it itself.</param>
/// <param name="Fault">What is wrong with it, as a sentence; null for nothing.</param>
public sealed record DecodedField(string Name, string Value, string? Meaning = null, string? Fault = null);
