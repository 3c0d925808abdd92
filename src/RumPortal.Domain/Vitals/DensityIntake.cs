using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>
/// Reads rows into <see cref="DensityCounts"/>: finds the bucket of each, and keeps account of what it could not count. All counts
/// of one intake share their edges.
/// </summary>
internal sealed class DensityIntake
{
    // A dozen schemes for each vital: what years of changed rules might leave behind. Each costs memory in every group.
    private const int MostTables = 64;

    private readonly Dictionary<(string Vital, string? Scheme), EdgeTable> _tables = [];
    private EdgeTable? _last;
    private int _badCounts, _badEdges, _unknownVitals, _offGrid;

    public RejectedRows Rejected => new(_badCounts, _badEdges, _unknownVitals, _offGrid);

    public void RejectOffGrid() => _offGrid++;

    public void Add(DensityCounts counts, string vital, string? scheme, string edge, double count)
    {
        if (TableOf(vital, scheme is "" ? null : scheme) is not { } table)
        {
            if (VitalThresholds.Of(vital) is null) _unknownVitals++;
            else _badEdges++;
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
            var parts = _tables.Values.Where(table => table.Vital == vital && counts.Has(table)).Select(table => table.Density(counts)).ToList();
            if (parts.Count > 0) densities.Add(VitalDensity.Merge(vital, parts));
        }
        return densities.ToImmutable();
    }

    private EdgeTable? TableOf(string vital, string? scheme)
    {
        // Rows of one vital come in runs more often than not.
        if (_last is not null && _last.Vital == vital && _last.Scheme == scheme) return _last;
        if (!_tables.TryGetValue((vital, scheme), out var table))
        {
            if (VitalThresholds.Of(vital) is not { } limits || _tables.Count == MostTables) return null;
            table = new EdgeTable(vital, limits, scheme, _tables.Count);
            _tables.Add((vital, scheme), table);
        }
        return _last = table;
    }
}
