using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>
/// Reads rows into <see cref="DensityCounts"/>: finds the bucket of each, and keeps account of what it could not count. All counts
/// of one intake share their edges.
/// </summary>
internal sealed class DensityIntake
{
    private readonly Dictionary<(string Vital, string? Scheme), EdgeTable> _tables = [];
    private readonly List<(EdgeTable Table, ImmutableArray<double> Edges, int[] Slots)> _sorted = [];
    private EdgeTable? _last;
    private int _badCounts, _badEdges, _unknownVitals, _offGrid;

    public RejectedRows Rejected => new(_badCounts, _badEdges, _unknownVitals, _offGrid);

    public void RejectOffGrid() => _offGrid++;

    public void Add(DensityCounts counts, string vital, string? scheme, string edge, double count)
    {
        var table = TableOf(vital, scheme);
        if (table is null)
        {
            _unknownVitals++;
            return;
        }
        var slot = table.SlotOf(edge);
        if (slot < 0) _badEdges++;
        else if (!double.IsFinite(count) || count <= -VitalDensity.Negligible) _badCounts++;
        else if (count >= VitalDensity.Negligible) counts.Add(table, slot, count);
    }

    /// <summary>The densities of one group, in the order of <see cref="VitalNames.All"/>; vitals without a measurement are left out.</summary>
    public ImmutableArray<VitalDensity> Build(DensityCounts counts)
    {
        var densities = ImmutableArray.CreateBuilder<VitalDensity>();
        foreach (var vital in VitalNames.All)
        {
            var parts = _tables.Values.Where(table => table.Vital == vital && counts.Has(table)).Select(table => Density(table, counts)).ToList();
            if (parts.Count > 0) densities.Add(VitalDensity.Merge(vital, parts));
        }
        return densities.ToImmutable();
    }

    private VitalDensity Density(EdgeTable table, DensityCounts counts)
    {
        for (var next = _sorted.Count; next < _tables.Count; next++) _sorted.Add(default);
        var sorted = _sorted[table.Id];
        if (sorted.Table is null || sorted.Slots.Length != table.Slots)
        {
            var (edges, slots) = table.Sort();
            _sorted[table.Id] = sorted = (table, edges, slots);
        }
        return new VitalDensity(table.Vital, table.Scheme, isCoarsened: false, sorted.Edges, counts.InOrder(table, sorted.Slots));
    }

    private EdgeTable? TableOf(string vital, string? scheme)
    {
        if (scheme is "") scheme = null;
        // Rows of one vital come in runs more often than not.
        if (_last is not null && string.Equals(_last.Vital, vital, StringComparison.Ordinal) && string.Equals(_last.Scheme, scheme, StringComparison.Ordinal)) return _last;
        if (!_tables.TryGetValue((vital, scheme), out var table))
        {
            if (VitalThresholds.Of(vital) is not { } limits) return null;
            table = new EdgeTable(vital, limits, scheme, _tables.Count);
            _tables.Add((vital, scheme), table);
        }
        return _last = table;
    }
}
