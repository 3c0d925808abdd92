namespace RumPortal.Sandbox.FaroReceiver.Payloads;

/// <summary>
/// The body of one <c>POST /collect</c>, with exactly the fields that Alloy's receiver keeps. The types are mutable because Go decodes into
/// existing values: a repeated key merges with what the first one brought.
/// </summary>
public sealed class FaroPayload
{
    public Meta Meta { get; } = new();

    public GoSlice<Log> Logs { get; } = new();

    public GoSlice<ExceptionReport> Exceptions { get; } = new();

    public GoSlice<Measurement> Measurements { get; } = new();

    public GoSlice<Event> Events { get; } = new();

    /// <summary>Number of spans under <c>traces</c>.</summary>
    public int SpanCount { get; set; }

    /// <summary>The JSON under <c>traces</c>, byte for byte; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Traces { get; set; }

    /// <summary>Where <see cref="Traces"/> stands in the body.</summary>
    internal Range TracesRange { get; set; }

    public int ItemCount => Logs.Count + Exceptions.Count + Measurements.Count + Events.Count;
}
