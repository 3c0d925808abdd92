using System.Text;

namespace RumPortal.Domain.Faro;

/// <summary>One field of a record.</summary>
public readonly struct FaroField
{
    private readonly byte[] _keyBytes;
    private readonly int _keyStart;
    private readonly int _keyLength;
    private readonly FieldTraits _traits;

    internal FaroField(RecordPage page, in FieldSlot slot)
    {
        (_keyBytes, _keyStart, _keyLength, _traits) = (page.Text, slot.KeyStart, slot.KeyLength, slot.Traits);
        Value = new FaroText(page.Text, slot.ValueStart, slot.ValueLength, (slot.Traits & FieldTraits.ValueIsEscaped) != 0);
    }

    internal FaroField(string key, byte[] value)
    {
        _keyBytes = Encoding.UTF8.GetBytes(key);
        (_keyStart, _keyLength, _traits, IsMetadata) = (0, _keyBytes.Length, FieldTraits.KeyIsLabel, true);
        Value = new FaroText(value, 0, value.Length, isEscaped: false);
    }

    /// <summary>The key as the line spells it.</summary>
    public ReadOnlySpan<byte> RawKey => _keyBytes.AsSpan(_keyStart, _keyLength);

    /// <summary>The key as it was sent, decoded: <c>event_data_http.request.method</c>.</summary>
    public string Name => QuotedText.Decode(RawKey, (_traits & FieldTraits.KeyIsEscaped) != 0);

    /// <summary>The key in label form, as look-ups and filters take it: <c>event_data_http_request_method</c>.</summary>
    public string Key =>
        (_traits & FieldTraits.KeyIsLabel) != 0 ? Encoding.UTF8.GetString(RawKey) : LabelForm.From(Encoding.UTF8.GetBytes(Name));

    public FaroText Value { get; }

    /// <summary>Whether the store keeps the field beside the line instead of in it.</summary>
    public bool IsMetadata { get; }
}
