using System.Text.Json;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>How many spans a walk over OTLP/JSON has met.</summary>
internal sealed class SpanTally
{
    public int Count { get; set; }
}

/// <summary>Checks the OTLP value that the reader stands on, adding the spans within to the tally.</summary>
internal delegate void ReadOtlp(ref Utf8JsonReader reader, SpanTally tally);
