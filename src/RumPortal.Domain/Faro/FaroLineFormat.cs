namespace RumPortal.Domain.Faro;

/// <summary>How a line spells its fields. Both may occur in one stream.</summary>
public enum FaroLineFormat
{
    /// <summary><c>key=value key="quoted value"</c>, the receiver's default.</summary>
    Logfmt,

    /// <summary>One flat JSON object.</summary>
    Json,
}
