namespace RumPortal.Domain.Traces.ServiceMaps;

/// <summary>What a node of a service map is.</summary>
public enum ServiceKind
{
    /// <summary>Pages with the Faro SDK: where a chain begins.</summary>
    Browser,

    /// <summary>A service that sends spans.</summary>
    Service,

    /// <summary>A database that a service calls; it sends no spans of its own.</summary>
    Database,

    /// <summary>A host that is called and of which no span arrived: a third party, or a service without tracing.</summary>
    Silent,
}
