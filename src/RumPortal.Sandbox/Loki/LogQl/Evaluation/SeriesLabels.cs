using System.Runtime.InteropServices;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Pipeline;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>The labels of the series that the current line belongs to. Equal sets are made once.</summary>
internal sealed class SeriesLabels(LabelsBuilder labels, SampleGrouping grouping)
{
    private readonly Dictionary<(LabelSet Stream, LabelSet Metadata), LabelSet> _unchanged = [];
    private readonly Dictionary<int, List<LabelSet>> _known = [];
    private readonly List<Label> _scratch = [];

    public LabelSet Current()
    {
        _scratch.Clear();
        // Grouping would take the error away before anyone sees it.
        if (labels.Error.Length > 0)
        {
            labels.CollectAll(_scratch);
            return LabelSet.OfDistinct(_scratch);
        }

        if (grouping.NoLabels) return LabelSet.Empty;
        if (!labels.IsUnchanged) return Grouped();
        if (!_unchanged.TryGetValue((labels.Stream, labels.StoredMetadata), out var known)) _unchanged.Add((labels.Stream, labels.StoredMetadata), known = Grouped());
        return known;
    }

    private LabelSet Grouped()
    {
        if (grouping.Labels.Count == 0) labels.CollectAll(_scratch);
        else if (grouping.Without) CollectWithout();
        else CollectBy();
        return Known();
    }

    /// <summary>A label that was deleted is not found again, even when it was set anew: Loki 3.7 behaviour.</summary>
    private void CollectBy()
    {
        foreach (var name in grouping.Labels)
            if (!labels.IsDeleted(name) && labels.Get(name) is { } value) _scratch.Add(new(name, value));
    }

    private void CollectWithout()
    {
        labels.CollectAll(_scratch);
        _scratch.RemoveAll(label => grouping.Labels.Contains(label.Name));
    }

    private LabelSet Known()
    {
        if (grouping.Without || grouping.Labels.Count == 0) _scratch.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        var span = CollectionsMarshal.AsSpan(_scratch);
        var hash = LabelSet.HashOf(span);
        if (!_known.TryGetValue(hash, out var sets)) _known.Add(hash, sets = []);
        foreach (var set in sets)
            if (set.Labels.SequenceEqual(span)) return set;
        sets.Add(LabelSet.OfDistinct(_scratch));
        return sets[^1];
    }
}
