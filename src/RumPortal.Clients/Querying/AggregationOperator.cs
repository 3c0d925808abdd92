namespace RumPortal.Clients.Querying;

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
