namespace RumPortal.Clients.Querying;

/// <summary>How a rule's last evaluation went.</summary>
public enum RuleHealth
{
    /// <summary>Not evaluated yet, or the server does not say.</summary>
    Unknown,
    Ok,
    Failed,
}
