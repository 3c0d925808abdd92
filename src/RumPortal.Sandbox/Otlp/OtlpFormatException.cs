namespace RumPortal.Sandbox.Otlp;

/// <summary>A request that is not OTLP; the message says where and why.</summary>
public sealed class OtlpFormatException(string message, Exception? inner = null) : Exception(message, inner);
