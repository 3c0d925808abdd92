using System.Collections;

namespace RumPortal.Domain.Faro;

/// <summary>The fields of one record in their order. <c>foreach</c> over it does not allocate.</summary>
public readonly struct FaroFieldList(FaroRecord record) : IReadOnlyList<FaroField>
{
    public int Count => record.Header.SlotCount + record.Metadata.Count;

    public FaroField this[int index]
    {
        get
        {
            ref readonly var header = ref record.Header;
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            if (index < header.SlotCount) return new FaroField(record.Page, record.Page.Slots[header.SlotStart + index]);
            var metadata = index - header.SlotCount;
            return new FaroField(header.Metadata[metadata].Key, header.Metadata.ValueBytes(metadata));
        }
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<FaroField> IEnumerable<FaroField>.GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<FaroField>)this).GetEnumerator();

    public struct Enumerator(FaroFieldList fields)
    {
        private readonly int _count = fields.Count;
        private int _index = -1;

        public readonly FaroField Current => fields[_index];

        public bool MoveNext() => ++_index < _count;
    }
}
