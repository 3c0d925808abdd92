using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>
/// The edges of one vital under one scheme while rows are read. A known scheme has its full list from the start. Without one the
/// list is what occurs plus the official limits: every rule records those, so the missing edges only widen empty stretches.
/// </summary>
internal sealed class EdgeTable
{
    /// <summary>Slot of the overflow bucket; finite edges follow in the order of their first sight.</summary>
    public const int Overflow = 0;

    // No real rule has more than some dozens; beyond, the input is hostile and each edge would cost memory in every group.
    private const int MostEdges = 256, MostTexts = 4 * MostEdges;

    private readonly Dictionary<string, int> _slotByText = new(StringComparer.Ordinal);
    private readonly Dictionary<double, int> _slotByEdge = [];
    private readonly List<double> _edges = [double.PositiveInfinity];
    private readonly bool _isClosed;

    // The finite edges ascending, and the slots in that order with the overflow last; none until they are needed.
    private ImmutableArray<double> _sorted = [];
    private int[] _order = [];

    public EdgeTable(string vital, VitalThresholds limits, string? scheme, int id)
    {
        Vital = vital;
        Scheme = scheme;
        Id = id;
        if (scheme is not null && BucketScheme.Find(scheme)?.Bounds.TryGetValue(vital, out var bounds) == true)
        {
            foreach (var bound in bounds) Add(bound);
            _isClosed = true;
        }
        else
        {
            Add(limits.Good);
            Add(limits.Poor);
        }
    }

    public string Vital { get; }

    public string? Scheme { get; }

    public int Id { get; }

    public int Slots => _edges.Count;

    /// <summary>The slot of an edge's text, or -1 when it cannot be counted.</summary>
    public int SlotOf(string text)
    {
        if (_slotByText.TryGetValue(text, out var slot)) return slot;
        if (!BucketEdge.TryParse(text, out var edge)) return -1;
        slot = double.IsPositiveInfinity(edge) ? Overflow
            : _slotByEdge.TryGetValue(edge, out var known) ? known
            : _isClosed || _edges.Count > MostEdges ? -1
            : Add(edge);
        if (slot >= 0 && _slotByText.Count < MostTexts) _slotByText.Add(text, slot);
        return slot;
    }

    public VitalDensity Density(DensityCounts counts)
    {
        if (_order.Length == 0)
        {
            var slots = Enumerable.Range(1, _edges.Count - 1).OrderBy(slot => _edges[slot]).ToArray();
            _sorted = [.. slots.Select(slot => _edges[slot])];
            _order = [.. slots, Overflow];
        }
        return new VitalDensity(Vital, Scheme, isCoarsened: false, _sorted, counts.InOrder(this, _order));
    }

    private int Add(double edge)
    {
        _order = [];
        _slotByEdge.Add(edge, _edges.Count);
        _edges.Add(edge);
        return _edges.Count - 1;
    }
}
