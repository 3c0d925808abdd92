namespace RumPortal.Clients.Prometheus.PromQl;

/// <summary>What the samples of a window become.</summary>
public enum RangeFunction
{
    SumOverTime,
    CountOverTime,
    AvgOverTime,
    MinOverTime,
    MaxOverTime,
    LastOverTime,
    Rate,
    Increase,
}
