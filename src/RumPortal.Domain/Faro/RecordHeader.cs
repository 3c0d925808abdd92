using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Faro;

/// <summary>What is known of one line, apart from its fields.</summary>
internal struct RecordHeader
{
    public required int LineStart;
    public required int LineLength;
    public required int SlotStart;
    public required int SlotCount;
    public long ArrivalNanoseconds;
    public required LabelSet Labels;
    public required LabelSet Metadata;
    public FaroLineFormat Format;
    public bool IsTruncated;
    public bool IsDamaged;
    public DateTimeOffset? ItemTime;
    public FaroKind Kind;
}
