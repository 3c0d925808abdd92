using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.PromQl.Functions;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Puts samples into groups by labels and makes one of each group, or picks some of each for topk and bottomk. Groups come in the order of their first samples.</summary>
internal sealed class VectorAggregation(IVectorSource operand, AggregationOperator operation, Grouping grouping, ScalarSource parameter) : IVectorSource
{
    private readonly IReadOnlyCollection<string> _names = grouping.Without ? [.. grouping.Labels, MetricNames.Label] : grouping.Labels;
    private readonly Dictionary<LabelSet, LabelSet> _groups = [];

    public List<Sample> At(long time)
    {
        var number = parameter(time);
        var samples = operand.At(time);
        return operation is AggregationOperator.Topk or AggregationOperator.Bottomk ? Ranked(samples, Count(number)) : Aggregated(samples, number);
    }

    private List<Sample> Aggregated(List<Sample> samples, double number)
    {
        var groups = new OrderedDictionary<LabelSet, GroupAccumulator>();
        foreach (var (labels, value) in samples)
        {
            var group = Group(labels);
            if (groups.TryGetValue(group, out var accumulator)) accumulator.Add(value);
            else groups.Add(group, GroupAccumulator.StartingWith(operation, number, value));
        }

        return [.. groups.Select(group => new Sample(group.Key, group.Value.Result))];
    }

    private List<Sample> Ranked(List<Sample> samples, long count)
    {
        if (count < 1) return [];
        var groups = new OrderedDictionary<LabelSet, RankedSamples>();
        foreach (var sample in samples)
        {
            var group = Group(sample.Labels);
            if (!groups.TryGetValue(group, out var ranked)) groups.Add(group, ranked = new((int)Math.Min(count, samples.Count), largest: operation == AggregationOperator.Topk));
            ranked.Add(sample);
        }

        return [.. groups.Values.SelectMany(ranked => ranked.BestFirst())];
    }

    private LabelSet Group(LabelSet labels)
    {
        if (!_groups.TryGetValue(labels, out var group)) _groups.Add(labels, group = grouping.Without ? labels.Without(_names) : labels.Keep(_names));
        return group;
    }

    private static long Count(double number) =>
        number is > long.MinValue and < long.MaxValue ? (long)number : throw new ExecutionException($"Scalar value {GoFloat.FormatPlain(number)} overflows int64");
}
