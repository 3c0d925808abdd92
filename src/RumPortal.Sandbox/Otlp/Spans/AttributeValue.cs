using System.Collections.Immutable;

namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>OTLP's <c>AnyValue</c>: exactly one of these.</summary>
public abstract record AttributeValue
{
    private AttributeValue()
    {
    }

    /// <summary>Bytes that the value holds in memory, roughly.</summary>
    public abstract long Size { get; }

    public sealed record Text(string Value) : AttributeValue
    {
        public override long Size => 56 + (2L * Value.Length);
    }

    public sealed record Boolean(bool Value) : AttributeValue
    {
        public override long Size => 24;
    }

    public sealed record WholeNumber(long Value) : AttributeValue
    {
        public override long Size => 24;
    }

    public sealed record Number(double Value) : AttributeValue
    {
        public override long Size => 24;
    }

    public sealed record Bytes(ReadOnlyMemory<byte> Value) : AttributeValue
    {
        public override long Size => 56 + Value.Length;
    }

    public sealed record List(ImmutableArray<AttributeValue> Values) : AttributeValue
    {
        public override long Size => 48 + Values.Sum(value => value.Size + 8);
    }

    public sealed record Map(ImmutableArray<SpanAttribute> Values) : AttributeValue
    {
        public override long Size => 48 + Values.Sum(value => value.Size);
    }

    /// <summary>A value object without a value.</summary>
    public sealed record Nothing : AttributeValue
    {
        public static readonly Nothing Instance = new();

        private Nothing()
        {
        }

        public override long Size => 0;
    }
}
