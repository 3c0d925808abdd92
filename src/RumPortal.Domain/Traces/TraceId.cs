using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RumPortal.Domain.Traces;

/// <summary>
/// A trace's id: 128 bits, never zero. Its text is always 32 lower-case hex digits, whatever the source left out: Tempo's search answers
/// drop leading zeros, Jaeger and B3 also know ids of 64 bits, which stand in the lower half.
/// </summary>
public readonly record struct TraceId
{
    /// <summary>Hex digits of the full text.</summary>
    public const int Digits = 32;

    /// <exception cref="ArgumentOutOfRangeException">The value is zero, which stands for "no trace".</exception>
    public TraceId(UInt128 value)
    {
        ArgumentOutOfRangeException.ThrowIfZero(value);
        Value = value;
    }

    public UInt128 Value { get; }

    /// <summary>Whether the upper half is empty, as in ids of tracers that know 64 bits only.</summary>
    public bool Is64Bit => Value >> 64 == 0;

    /// <summary>
    /// Reads an id as people and systems write it: 1 to 32 hex digits of any case, spaces around, dashes as in a UUID, a leading <c>0x</c>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <param name="fault">A sentence for the user when the answer is false.</param>
    public static bool TryParse(string? text, out TraceId id, [NotNullWhen(false)] out string? fault)
    {
        id = default;
        var digits = (text ?? "").Trim().Replace("-", "", StringComparison.Ordinal);
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) digits = digits[2..];
        fault = FaultOf(digits);
        if (fault is not null) return false;
        var value = UInt128.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (value == 0)
        {
            fault = "A trace id of zeros stands for no trace.";
            return false;
        }
        id = new TraceId(value);
        return true;
    }

    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    private static string? FaultOf(string digits)
    {
        if (digits.Length == 0) return "A trace id is needed: up to 32 hex digits.";
        if (digits.Length > Digits) return $"A trace id has at most {Digits} hex digits, this one {digits.Length}.";
        var wrong = digits.FirstOrDefault(digit => !char.IsAsciiHexDigit(digit));
        return wrong == default && !digits.Contains('\0', StringComparison.Ordinal)
            ? null
            : $"A trace id has only the digits 0-9 and a-f, not U+{(int)wrong:X4}.";
    }
}
