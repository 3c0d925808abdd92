using System.Text.Json;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>Checks the OTLP value that the reader stands on, adding the spans within to the tally.</summary>
internal delegate void ReadOtlp(ref Utf8JsonReader reader, SpanTally tally);
