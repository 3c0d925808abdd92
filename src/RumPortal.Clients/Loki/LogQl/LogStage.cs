namespace RumPortal.Clients.Loki.LogQl;

/// <summary>A stage that may stand in the pipeline of a log query.</summary>
public abstract record LogStage
{
    private protected LogStage()
    {
    }
}
