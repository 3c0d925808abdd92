namespace RumPortal.Sandbox.Faults;

/// <summary>The faults of one backend. Safe to change while requests run.</summary>
public sealed class FaultSwitch
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>Adds a fault that was found valid; the one that was set first and applies wins.</summary>
    public void Add(Fault fault)
    {
        lock (_lock) _entries.Add(new(fault));
    }

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_lock) _entries.Clear();
    }

    /// <summary>The active faults with the count of requests that each has hit.</summary>
    public IReadOnlyList<FaultState> List()
    {
        lock (_lock) return [.. _entries.Select(entry => new FaultState(entry.Fault, entry.Hits))];
    }

    /// <summary>The fault for a request, null when it goes through. A fault with a count is used up by this.</summary>
    internal Fault? Next(PathString path)
    {
        lock (_lock)
        {
            var hit = _entries.Find(entry => Applies(entry.Fault, path));
            if (hit is null) return null;
            hit.Hits++;
            if (hit.Hits >= hit.Fault.Count) _entries.Remove(hit);
            return hit.Fault;
        }
    }

    private static bool Applies(Fault fault, PathString path) =>
        (path.Value ?? "").StartsWith(fault.PathPrefix ?? "", StringComparison.Ordinal)
        && (fault.Probability is not { } probability || Random.Shared.NextDouble() < probability);

    private sealed class Entry(Fault fault)
    {
        public Fault Fault { get; } = fault;

        public int Hits { get; set; }
    }
}

/// <summary>An active fault and how many requests it has hit.</summary>
public sealed record FaultState(Fault Fault, int Hits);
