namespace RumPortal.Clients.Loki.LogQl;

/// <summary>
/// A stage that may stand in a metric query as well. <see cref="LogfmtFields"/> is none: with a list of keys Loki 3.7 stops reading a line
/// too early when a metric groups by them, and answers with wrong numbers instead of an error.
/// </summary>
public abstract record MetricStage : LogStage
{
    private protected MetricStage()
    {
    }
}
