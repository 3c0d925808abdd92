namespace RumPortal.Clients.Http;

/// <summary>The servers that the portal reads from. Their names are those that users see.</summary>
public enum Backend
{
    Loki,
    Tempo,
    Prometheus,
    Grafana,
}
