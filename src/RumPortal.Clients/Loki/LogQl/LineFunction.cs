namespace RumPortal.Clients.Loki.LogQl;

/// <summary>What a range of lines becomes.</summary>
public enum LineFunction
{
    CountOverTime,
    Rate,
    BytesOverTime,
    BytesRate,
    AbsentOverTime,
}
