using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>A value in TraceQL. Types count: the number 200 is not the text 200.</summary>
public abstract record TraceValue
{
    private TraceValue()
    {
    }

    /// <summary>No value: a field that is not there equals it (Tempo 2.10 and later), one that is there does not.</summary>
    public static TraceValue Nil { get; } = new Nothing();

    public static implicit operator TraceValue(string text) => new Text(text);

    public static implicit operator TraceValue(long number) => new Whole(number);

    public static implicit operator TraceValue(double number) => new Real(number);

    public static implicit operator TraceValue(bool value) => new Boolean(value);

    public static implicit operator TraceValue(TimeSpan duration) => new Duration(duration);

    public static implicit operator TraceValue(SpanStatus status) => new OfStatus(status);

    public static implicit operator TraceValue(SpanKind kind) => new OfKind(kind);

    public sealed record Text(string Value) : TraceValue;

    public sealed record Whole(long Value) : TraceValue;

    public sealed record Real(double Value) : TraceValue;

    public sealed record Boolean(bool Value) : TraceValue;

    public sealed record Duration(TimeSpan Value) : TraceValue;

    public sealed record OfStatus(SpanStatus Value) : TraceValue;

    public sealed record OfKind(SpanKind Value) : TraceValue;

    internal sealed record Nothing : TraceValue;
}
