namespace RumPortal.Clients.Loki.LogQl;

/// <summary>How an installation's lines are spelt, and so which parsers a query needs.</summary>
public enum LineParser
{
    /// <summary><c>| logfmt</c>, the receivers' default.</summary>
    Logfmt,

    /// <summary><c>| json</c></summary>
    Json,

    /// <summary>Both: <c>| logfmt | json | drop __error__, __error_details__</c>.</summary>
    Mixed,
}
