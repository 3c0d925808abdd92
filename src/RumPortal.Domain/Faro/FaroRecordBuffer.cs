using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Faro;

/// <summary>
/// Takes the lines of one query and parses each into a <see cref="FaroRecord"/>. Text and field tables live in pages of up to 64 kB, so
/// that a thousand lines cost a few dozen arrays instead of objects by line and field; a record keeps its page alive, and nothing else.
/// </summary>
/// <remarks>
/// One writer at a time; finished records may be read by anyone. A caller that decodes a line into place asks for room with
/// <see cref="Reserve"/> and finishes with <see cref="Commit"/>; who has the bytes already calls <see cref="Add"/>.
/// </remarks>
/// <param name="kindLabel">The stream label that holds the kind, where there is one.</param>
public sealed class FaroRecordBuffer(string? kindLabel = FaroFields.Kind)
{
    private const int SmallestPage = 4 * 1024;
    private const int LargestPage = 64 * 1024;
    private const int MostSharedStrings = 4096;

    private readonly StringTable _strings = new(MostSharedStrings);
    private RecordPage _page = RecordPage.Empty;
    private int _nextPage = SmallestPage;

    /// <summary>Room for a line of at most this many bytes. It is valid until the next call of any member.</summary>
    public Span<byte> Reserve(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (_page == RecordPage.Empty || _page.Text.Length - _page.TextUsed < length)
        {
            _page = new RecordPage(Math.Max(_nextPage, length), _strings);
            _nextPage = Math.Min(_nextPage * 2, LargestPage);
        }
        return _page.Text.AsSpan(_page.TextUsed, length);
    }

    /// <summary>Parses the first <paramref name="length"/> bytes of the reserved room as one line.</summary>
    /// <param name="length">Bytes of the line.</param>
    /// <param name="arrivalNanoseconds">When the line was stored, nanoseconds since 1970 UTC.</param>
    /// <param name="labels">Labels of its stream.</param>
    /// <param name="metadata">What the store keeps beside the line; its fields count where the line has none of that key.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than was reserved.</exception>
    public FaroRecord Commit(int length, long arrivalNanoseconds, LabelSet labels, LabelSet? metadata = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _page.Text.Length - _page.TextUsed);
        if (_page == RecordPage.Empty) Reserve(0);
        var header = new RecordHeader
        {
            LineStart = _page.TextUsed,
            LineLength = length,
            SlotStart = _page.SlotsUsed,
            SlotCount = 0,
            ArrivalNanoseconds = arrivalNanoseconds,
            Labels = labels,
            Metadata = metadata ?? LabelSet.Empty,
        };
        ReadFields(_page, ref header);
        header.SlotCount = _page.SlotsUsed - header.SlotStart;
        _page.TextUsed += length;
        var record = new FaroRecord(_page, _page.Add(header));
        ref var stored = ref _page.Headers[_page.HeadersUsed - 1];
        stored.Kind = FaroKinds.Of(record, kindLabel);
        stored.ItemTime = record.TryGet("timestamp"u8, out var time) && FaroTimestamp.TryParse(time, out var parsed) ? parsed : null;
        return record;
    }

    /// <summary>Copies and parses one line.</summary>
    public FaroRecord Add(ReadOnlySpan<byte> line, long arrivalNanoseconds, LabelSet labels, LabelSet? metadata = null)
    {
        line.CopyTo(Reserve(line.Length));
        return Commit(line.Length, arrivalNanoseconds, labels, metadata);
    }

    private static void ReadFields(RecordPage page, ref RecordHeader header)
    {
        var line = page.Text.AsSpan(header.LineStart, header.LineLength);
        if (JsonLineReader.Recognises(line)) ReadJson(page, line, ref header);
        else ReadLogfmt(page, line, ref header);
    }

    private static void ReadLogfmt(RecordPage page, ReadOnlySpan<byte> line, ref RecordHeader header)
    {
        var reader = new LogfmtReader(line);
        while (reader.Read())
        {
            var traits = (reader.KeyIsLabel ? FieldTraits.KeyIsLabel : 0) | (reader.NeedsUnescape ? FieldTraits.ValueIsEscaped : 0);
            var (key, value) = (header.LineStart + reader.KeyStart, header.LineStart + reader.ValueStart);
            page.Add(new FieldSlot(key, reader.Key.Length, value, reader.RawValue.Length, traits));
        }
        (header.Format, header.IsTruncated, header.IsDamaged) = (FaroLineFormat.Logfmt, reader.IsTruncated, reader.IsDamaged);
    }

    private static void ReadJson(RecordPage page, ReadOnlySpan<byte> line, ref RecordHeader header)
    {
        var reader = new JsonLineReader(line);
        while (reader.Read())
        {
            var traits = (LabelForm.Holds(reader.Key) ? FieldTraits.KeyIsLabel : 0)
                | (reader.KeyNeedsUnescape ? FieldTraits.KeyIsEscaped : 0)
                | (reader.NeedsUnescape ? FieldTraits.ValueIsEscaped : 0);
            var (key, value) = (header.LineStart + reader.KeyStart, header.LineStart + reader.ValueStart);
            page.Add(new FieldSlot(key, reader.Key.Length, value, reader.RawValue.Length, traits));
        }
        (header.Format, header.IsTruncated, header.IsDamaged) = (FaroLineFormat.Json, reader.IsTruncated, reader.HasTail);
    }
}
