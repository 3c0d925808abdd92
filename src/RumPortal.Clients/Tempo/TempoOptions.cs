using RumPortal.Clients.Http;

namespace RumPortal.Clients.Tempo;

/// <summary>
/// How Tempo is reached: the section <c>Backends:Tempo</c>. Without an address the portal has no traces. The address includes the server's
/// <c>http_api_prefix</c> if it has one.
/// </summary>
public sealed class TempoOptions : BackendOptions
{
    public const string Section = "Backends:Tempo";
}
