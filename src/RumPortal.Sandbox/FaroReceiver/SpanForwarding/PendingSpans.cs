namespace RumPortal.Sandbox.FaroReceiver.SpanForwarding;

/// <summary>The spans of one payload on their way.</summary>
/// <param name="Body">OTLP/JSON, byte for byte as it stood in the payload, ids included.</param>
/// <param name="Count">How many spans it holds.</param>
internal readonly record struct PendingSpans(ReadOnlyMemory<byte> Body, int Count);
