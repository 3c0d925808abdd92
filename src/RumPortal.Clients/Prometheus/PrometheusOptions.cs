using RumPortal.Clients.Http;

namespace RumPortal.Clients.Prometheus;

/// <summary>
/// How Prometheus is reached: the section <c>Backends:Prometheus</c>. Without an address the portal answers from logs alone. Of Mimir, the
/// address includes its prefix: <c>http://mimir:8080/prometheus</c>.
/// </summary>
public sealed class PrometheusOptions : BackendOptions
{
    public const string Section = "Backends:Prometheus";
}
