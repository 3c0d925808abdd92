namespace RumPortal.Clients.Loki.LogQl;

/// <summary>What a range of numbers becomes. <see cref="SumOverTime"/> and <see cref="Rate"/> cannot group by themselves.</summary>
public enum NumberFunction
{
    SumOverTime,
    Rate,
    AvgOverTime,
    MinOverTime,
    MaxOverTime,
    FirstOverTime,
    LastOverTime,
    StddevOverTime,
    StdvarOverTime,
}
