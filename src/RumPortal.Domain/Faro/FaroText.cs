using System.Globalization;
using System.Text;

namespace RumPortal.Domain.Faro;

/// <summary>
/// The value of one field, still in the bytes of its line. Decoding allocates, comparing does not.
/// </summary>
public readonly struct FaroText
{
    private const NumberStyles NumberForm = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly byte[]? _bytes;
    private readonly int _start;
    private readonly int _length;

    internal FaroText(byte[] bytes, int start, int length, bool isEscaped)
    {
        (_bytes, _start, _length, IsEscaped) = (bytes, start, length, isEscaped);
    }

    /// <summary>The value as the line spells it, without quotes.</summary>
    public ReadOnlySpan<byte> Raw => _bytes.AsSpan(_start, _length);

    /// <summary>Whether <see cref="Raw"/> holds escapes.</summary>
    public bool IsEscaped { get; }

    public bool IsEmpty => _length == 0;

    /// <summary>Whether the decoded value is exactly these UTF-8 bytes.</summary>
    public bool Is(ReadOnlySpan<byte> utf8)
    {
        if (!IsEscaped) return Raw.SequenceEqual(utf8);
        // Decoding never makes a text longer.
        return _length >= utf8.Length && ToString().Equals(Encoding.UTF8.GetString(utf8), StringComparison.Ordinal);
    }

    /// <summary>The value as a finite number in the invariant form (<c>12</c>, <c>-0.5</c>, <c>1e+06</c>).</summary>
    public bool TryGetNumber(out double number) =>
        double.TryParse(Raw, NumberForm, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Writes the decoded value as UTF-8; a destination as long as <see cref="Raw"/> always suffices.</summary>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="Raw"/>.</exception>
    public int Decode(Span<byte> destination)
    {
        if (destination.Length < _length) throw new ArgumentException($"The value may need {_length} bytes.", nameof(destination));
        if (IsEscaped) return QuotedText.Unescape(Raw, destination);
        Raw.CopyTo(destination);
        return _length;
    }

    /// <summary>The decoded value; bytes that are not UTF-8 show as U+FFFD.</summary>
    public override string ToString() => QuotedText.Decode(Raw, IsEscaped);
}
