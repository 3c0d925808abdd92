using System.Text;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Faro;

/// <summary>
/// One line as a receiver wrote it, with its fields found but not decoded. A cheap value (16 bytes) over the memory of its
/// <see cref="FaroRecordBuffer"/>; two records are equal when they are the same line of the same buffer.
/// </summary>
/// <remarks>
/// Keys are given in label form: <c>event_data_http_request_method</c> finds <c>event_data_http.request.method</c>. The first field of a
/// key counts, and an empty value is no value, both as in the log store's own parsers (Loki 3.7 behaviour), so that a look-up here and a
/// query agree.
/// <code>
/// timestamp="2026-08-20 03:14:07 +0000 UTC" kind=log message="say \"hi\"" level=warn session_id=k3VbN8qLwZ browser_mobile=false
/// {"browser_mobile":"false","kind":"log","level":"warn","message":"say \"hi\"","timestamp":"2026-08-20 03:14:07 +0000 UTC"}
/// </code>
/// </remarks>
public readonly record struct FaroRecord
{
    private const int LongestKey = 512;

    private readonly RecordPage? _page;
    private readonly int _index;

    internal FaroRecord(RecordPage page, int index) => (_page, _index) = (page, index);

    /// <summary>The line as stored, UTF-8.</summary>
    public ReadOnlyMemory<byte> Line => Page.Text.AsMemory(Header.LineStart, Header.LineLength);

    /// <summary>When the line was stored, nanoseconds since 1970 UTC: exact, the key of paging.</summary>
    public long ArrivalNanoseconds => Header.ArrivalNanoseconds;

    /// <summary>When the line was stored, to 100 ns.</summary>
    public DateTimeOffset ArrivalTime => DateTimeOffset.UnixEpoch.AddTicks(ArrivalNanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>When the browser says that it happened; null when the line does not say. Clocks of browsers may be wrong.</summary>
    public DateTimeOffset? ItemTime => Header.ItemTime;

    public FaroKind Kind => Header.Kind;

    public FaroLineFormat Format => Header.Format;

    /// <summary>Labels of the line's stream.</summary>
    public LabelSet Labels => Header.Labels;

    /// <summary>What the store keeps beside the line.</summary>
    public LabelSet Metadata => Header.Metadata;

    /// <summary>Whether the line ends in the middle of a value, so that fields are missing.</summary>
    public bool IsTruncated => Header.IsTruncated;

    /// <summary>Whether parts of the line could not be read as fields.</summary>
    public bool IsDamaged => Header.IsDamaged;

    /// <summary>
    /// All fields in the order of the line, repeated keys and empty values included, then those of <see cref="Metadata"/>.
    /// </summary>
    public FaroFieldList Fields => new(this);

    /// <summary>Who sent it and from where.</summary>
    public FaroMeta Meta => new(this);

    private static ReadOnlySpan<byte> ExactPrefix => "value_"u8;

    internal RecordPage Page => _page ?? RecordPage.Empty;

    internal ref readonly RecordHeader Header => ref Page.Headers[_index];

    /// <summary>The value of a key given in label form; false when the key is absent or its value is empty.</summary>
    public bool TryGet(ReadOnlySpan<byte> key, out FaroText value)
    {
        var page = Page;
        ref readonly var header = ref Header;
        foreach (ref readonly var slot in page.Slots.AsSpan(header.SlotStart, header.SlotCount))
        {
            if (slot.ValueLength == 0 || !KeyIs(page, slot, key)) continue;
            value = new FaroText(page.Text, slot.ValueStart, slot.ValueLength, (slot.Traits & FieldTraits.ValueIsEscaped) != 0);
            return true;
        }
        return TryGetMetadata(header.Metadata, key, out value);
    }

    /// <summary>The value of a key given in label form; false when the key is absent or its value is empty.</summary>
    public bool TryGet(string key, out FaroText value)
    {
        Span<byte> utf8 = stackalloc byte[LongestKey];
        if (Encoding.UTF8.TryGetBytes(key, utf8, out var length)) return TryGet(utf8[..length], out value);
        value = default;
        return false;
    }

    public bool Has(ReadOnlySpan<byte> key) => TryGet(key, out _);

    /// <summary>The decoded value of a key, or null.</summary>
    public string? Text(string key) => TryGet(key, out var value) ? value.ToString() : null;

    /// <summary>
    /// The decoded value of a key that has few different values (browser, version, session...), as one string object for all lines of the
    /// query; or null.
    /// </summary>
    public string? SharedText(string key) =>
        !TryGet(key, out var value) ? null
        : value.IsEscaped ? value.ToString()
        : Page.Strings.Get(value.Raw);

    /// <summary>
    /// A finite number. For a measurement the exact field <c>value_&lt;key&gt;</c> goes before the rounded one of the plain key.
    /// </summary>
    public bool TryGetNumber(string key, out double number)
    {
        number = 0;
        Span<byte> utf8 = stackalloc byte[ExactPrefix.Length + LongestKey];
        ExactPrefix.CopyTo(utf8);
        if (!Encoding.UTF8.TryGetBytes(key, utf8[ExactPrefix.Length..], out var length)) return false;
        utf8 = utf8[..(ExactPrefix.Length + length)];
        if (Kind == FaroKind.Measurement && TryGet(utf8, out var exact) && exact.TryGetNumber(out number)) return true;
        return TryGet(utf8[ExactPrefix.Length..], out var plain) && plain.TryGetNumber(out number);
    }

    /// <summary>The line as text; bytes that are not UTF-8 show as U+FFFD.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Line.Span);

    private static bool KeyIs(RecordPage page, in FieldSlot slot, ReadOnlySpan<byte> key)
    {
        // The label form is never longer than the key, but for the underscore before a digit.
        if (slot.KeyLength + 1 < key.Length) return false;
        var raw = page.Text.AsSpan(slot.KeyStart, slot.KeyLength);
        if ((slot.Traits & FieldTraits.KeyIsLabel) != 0) return raw.SequenceEqual(key);
        if ((slot.Traits & FieldTraits.KeyIsEscaped) == 0) return LabelForm.Equals(raw, key);
        var decoded = new byte[raw.Length];
        return LabelForm.Equals(decoded.AsSpan(0, QuotedText.Unescape(raw, decoded)), key);
    }

    private static bool TryGetMetadata(LabelSet metadata, ReadOnlySpan<byte> key, out FaroText value)
    {
        for (var i = 0; i < metadata.Count; i++)
        {
            if (!Ascii.Equals(key, metadata[i].Key) || metadata[i].Value.Length == 0) continue;
            var bytes = metadata.ValueBytes(i);
            value = new FaroText(bytes, 0, bytes.Length, isEscaped: false);
            return true;
        }
        value = default;
        return false;
    }
}
