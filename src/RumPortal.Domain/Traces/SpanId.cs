using System.Globalization;

namespace RumPortal.Domain.Traces;

/// <summary>A span's id: 64 bits, never zero; unique within its trace as far as the sender kept to the rules. Its text is 16 lower-case hex digits.</summary>
public readonly record struct SpanId
{
    /// <summary>Hex digits of the full text.</summary>
    public const int Digits = 16;

    /// <exception cref="ArgumentOutOfRangeException">The value is zero, which stands for "no span".</exception>
    public SpanId(ulong value)
    {
        ArgumentOutOfRangeException.ThrowIfZero(value);
        Value = value;
    }

    public ulong Value { get; }

    /// <summary>Reads 1 to 16 hex digits of any case; false for anything else and for zero.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SpanId id)
    {
        id = default;
        if (text.Length is 0 or > Digits) return false;
        if (!ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value == 0) return false;
        id = new SpanId(value);
        return true;
    }

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
