using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>The counts of one group while rows are read, per <see cref="EdgeTable"/> and slot.</summary>
internal sealed class DensityCounts
{
    private double[]?[] _byTable = [];

    public bool Has(EdgeTable table) => table.Id < _byTable.Length && _byTable[table.Id] is not null;

    public void Add(EdgeTable table, int slot, double count)
    {
        if (table.Id >= _byTable.Length) Array.Resize(ref _byTable, table.Id + 1);
        ref var counts = ref _byTable[table.Id];
        if (counts is null) counts = new double[table.Slots];
        else if (slot >= counts.Length) Array.Resize(ref counts, table.Slots);
        counts[slot] += count;
    }

    public ImmutableArray<double> InOrder(EdgeTable table, int[] slots)
    {
        var counts = _byTable[table.Id] ?? [];
        var ordered = ImmutableArray.CreateBuilder<double>(slots.Length);
        foreach (var slot in slots) ordered.Add(slot < counts.Length ? counts[slot] : 0);
        return ordered.MoveToImmutable();
    }
}
