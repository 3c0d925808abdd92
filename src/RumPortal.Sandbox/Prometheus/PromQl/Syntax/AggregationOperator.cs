namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

public enum AggregationOperator
{
    Sum,
    Min,
    Max,
    Avg,
    Count,
    Group,
    Stddev,
    Stdvar,
    Topk,
    Bottomk,
    Quantile,
    CountValues,
}
