using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Faro;

/// <summary>
/// One page of a <see cref="FaroRecordBuffer"/>: the text of some dozens of lines, where their fields stand, and what is known of each.
/// The text never moves; the two tables may be replaced by longer copies while earlier records are being read.
/// </summary>
internal sealed class RecordPage(int textLength, StringTable strings)
{
    // Faro lines have a field for each 20 bytes or so. A page made for one very long line holds few, long fields.
    private const int MostSlotsAtFirst = 4096;

    public readonly byte[] Text = new byte[textLength];
    public FieldSlot[] Slots = new FieldSlot[Math.Min(textLength / 18, MostSlotsAtFirst)];
    public RecordHeader[] Headers = new RecordHeader[Math.Min(textLength / 512, 128) + 1];
    public int TextUsed;
    public int SlotsUsed;
    public int HeadersUsed;

    /// <summary>The page of <c>default(FaroRecord)</c>: one record with an empty line.</summary>
    public static RecordPage Empty { get; } = CreateEmpty();

    public StringTable Strings { get; } = strings;

    public void Add(in FieldSlot slot)
    {
        if (SlotsUsed == Slots.Length) Array.Resize(ref Slots, Math.Max(16, Slots.Length * 3 / 2));
        Slots[SlotsUsed++] = slot;
    }

    public int Add(in RecordHeader header)
    {
        if (HeadersUsed == Headers.Length) Array.Resize(ref Headers, Headers.Length * 2);
        Headers[HeadersUsed] = header;
        return HeadersUsed++;
    }

    private static RecordPage CreateEmpty()
    {
        var page = new RecordPage(0, new StringTable(0));
        page.Add(new RecordHeader
        {
            LineStart = 0,
            LineLength = 0,
            SlotStart = 0,
            SlotCount = 0,
            Labels = LabelSet.Empty,
            Metadata = LabelSet.Empty,
        });
        return page;
    }
}
