namespace RumPortal.Clients.Loki.LogQl;

public enum AggregationOperator
{
    Sum,
    Avg,
    Min,
    Max,
    Count,
    Stddev,
    Stdvar,
}
