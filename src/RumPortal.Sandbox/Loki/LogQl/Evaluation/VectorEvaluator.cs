using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>An aggregation over the series of a vector: <c>sum by (kind) (...)</c>, <c>topk(3, ...)</c>.</summary>
internal sealed class VectorEvaluator(VectorAggregation aggregation, StepEvaluator operand, int maxSeries) : StepEvaluator
{
    private readonly Dictionary<LabelSet, LabelSet> _groupOf = [];

    public override List<Sample> At(long time)
    {
        var samples = operand.At(time);
        var choosing = aggregation.Operation is VectorOperation.TopK or VectorOperation.BottomK;
        // Loki 3.7 behaviour: what topk chooses from was computed in parts, each bound by the series limit.
        if (choosing && aggregation.Operand is VectorAggregation && samples.Count > maxSeries) throw QueryException.TooManySeries(maxSeries);
        var groups = new Dictionary<LabelSet, List<Sample>>();
        foreach (var sample in samples)
        {
            var labels = GroupOf(sample.Labels);
            if (!groups.TryGetValue(labels, out var group)) groups.Add(labels, group = []);
            group.Add(sample);
        }

        var result = new List<Sample>();
        foreach (var (labels, group) in groups)
            if (choosing || aggregation.Operation is VectorOperation.Sort or VectorOperation.SortDesc) result.AddRange(Choose(group));
            else result.Add(new(labels, Reduce(group)));
        return result;
    }

    private LabelSet GroupOf(LabelSet labels)
    {
        if (!_groupOf.TryGetValue(labels, out var group))
            _groupOf.Add(labels, group = aggregation.Grouping switch
            {
                null => LabelSet.Empty,
                { Without: true } grouping => labels.Without(grouping.Labels),
                var grouping => labels.Keep(grouping.Labels),
            });
        return group;
    }

    /// <summary>Largest first for topk and sort_desc, smallest first for the others; not a number comes last.</summary>
    private IEnumerable<Sample> Choose(List<Sample> group)
    {
        var descending = aggregation.Operation is VectorOperation.TopK or VectorOperation.SortDesc;
        var ordered = group.OrderBy(sample => double.IsNaN(sample.Value)).ThenBy(sample => descending ? -sample.Value : sample.Value);
        return aggregation.Parameter > 0 ? ordered.Take(aggregation.Parameter) : ordered;
    }

    private double Reduce(List<Sample> group) => aggregation.Operation switch
    {
        VectorOperation.Sum => group.Aggregate(0.0, (sum, sample) => sum + sample.Value),
        VectorOperation.Avg => Moments(group).Mean,
        VectorOperation.Min => group.Select(s => s.Value).Aggregate((best, value) => best > value || double.IsNaN(best) ? value : best),
        VectorOperation.Max => group.Select(s => s.Value).Aggregate((best, value) => best < value || double.IsNaN(best) ? value : best),
        VectorOperation.Count => group.Count,
        VectorOperation.Stddev => Math.Sqrt(Moments(group).Variance),
        VectorOperation.Stdvar => Moments(group).Variance,
        _ => throw new InvalidOperationException($"{aggregation.Operation} does not reduce a group."),
    };

    private static (double Mean, double Variance) Moments(List<Sample> group)
    {
        var (mean, sum) = (0.0, 0.0);
        for (var i = 0; i < group.Count; i++)
        {
            var delta = group[i].Value - mean;
            mean += delta / (i + 1);
            sum += delta * (group[i].Value - mean);
        }

        return (mean, sum / group.Count);
    }
}
