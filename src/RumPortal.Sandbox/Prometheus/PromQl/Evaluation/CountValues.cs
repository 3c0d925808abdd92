using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary><c>count_values("label", vector)</c>: the value becomes a label, and the series are counted by it.</summary>
internal static class CountValues
{
    public static IVectorSource Of(IVectorSource operand, Aggregation aggregation)
    {
        var label = aggregation.Parameter is { } parameter ? Evaluators.Text(parameter) : "";
        if (!MetricNames.IsLabelName(label)) throw new ExecutionException($"invalid label name {GoQuote.Quote(label)}");
        var grouping = aggregation.Grouping;
        var labelled = new VectorFunction(time => [.. operand.At(time).Select(sample => new Sample(sample.Labels.With(label, GoFloat.FormatPlain(sample.Value)), sample.Value))]);
        var wider = grouping.Without ? grouping : grouping with { Labels = [.. grouping.Labels, label] };
        return new VectorAggregation(labelled, AggregationOperator.Count, wider, static _ => 0);
    }
}
