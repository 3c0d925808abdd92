namespace RumPortal.Domain.Faro;

/// <summary>Where one field stands in the text of its page: 16 bytes a field, the table that makes later look-ups cheap.</summary>
internal readonly struct FieldSlot(int keyStart, int keyLength, int valueStart, int valueLength, FieldTraits traits)
{
    // Keys cannot be longer than a line, and lines are capped far below 2^28 bytes.
    private readonly int _keyLengthAndTraits = (keyLength << 3) | (int)traits;

    public int KeyStart { get; } = keyStart;

    public int ValueStart { get; } = valueStart;

    public int ValueLength { get; } = valueLength;

    public int KeyLength => _keyLengthAndTraits >> 3;

    public FieldTraits Traits => (FieldTraits)(_keyLengthAndTraits & 7);
}
