namespace RumPortal.Clients.Tempo;

/// <summary>A value that an attribute has.</summary>
/// <param name="Type"><c>string</c>, <c>int</c>, <c>float</c>, <c>bool</c>, <c>duration</c>, or <c>keyword</c> for a status or kind.</param>
/// <param name="Text">The value as TraceQL writes it, without quotes.</param>
public readonly record struct TraceTagValue(string Type, string Text);
