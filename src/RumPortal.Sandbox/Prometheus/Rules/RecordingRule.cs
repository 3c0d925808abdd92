using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>A query whose result is stored under a name of its own, with further labels.</summary>
public sealed class RecordingRule
{
    /// <param name="record">The metric's name.</param>
    /// <param name="query">PromQL; a scalar or an instant vector.</param>
    /// <param name="labels">Added to each sample; they win over those of the result.</param>
    /// <exception cref="PromQlException">The query cannot be read.</exception>
    /// <exception cref="ArgumentException">The name is none, or the query gives something that cannot be recorded.</exception>
    public RecordingRule(string record, string query, LabelSet? labels = null)
    {
        if (!MetricNames.IsMetricName(record)) throw new ArgumentException($"invalid recording rule name: {record}", nameof(record));
        (Record, Query, Labels, Expression) = (record, query, labels ?? LabelSet.Empty, PromQlParser.Parse(query));
        if (Expression.Type is ExpressionType.Matrix or ExpressionType.Text) throw new ArgumentException($"rule result is not a vector or scalar: {query}", nameof(query));
    }

    public string Record { get; }

    public string Query { get; }

    public LabelSet Labels { get; }

    public Expression Expression { get; }

    internal RuleIdentity Identity => new(Record, Query, Labels);

    /// <summary>What the labels of a result become when it is stored.</summary>
    internal LabelSet Stored(LabelSet result)
    {
        var stored = result.With(MetricNames.Label, Record);
        foreach (var (name, value) in Labels.Labels) stored = stored.With(name, value);
        return stored;
    }
}
