namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

public enum RangeOperation
{
    CountOverTime,
    Rate,
    BytesOverTime,
    BytesRate,
    AvgOverTime,
    SumOverTime,
    MinOverTime,
    MaxOverTime,
    StdvarOverTime,
    StddevOverTime,
    QuantileOverTime,
    FirstOverTime,
    LastOverTime,
    AbsentOverTime,
}
