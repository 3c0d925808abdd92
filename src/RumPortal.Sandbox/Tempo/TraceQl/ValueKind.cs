namespace RumPortal.Sandbox.Tempo.TraceQl;

/// <summary>The types of TraceQL.</summary>
public enum ValueKind
{
    Nil,
    Text,
    WholeNumber,
    Number,
    Boolean,
    Duration,
    Status,
    SpanKind,

    /// <summary>An attribute that holds several values.</summary>
    List,

    /// <summary>What the events or links of one span have for a name: a comparison holds when it holds for any of them.</summary>
    AnyOf,

    /// <summary>In checks before a query runs: an attribute may be of any type.</summary>
    Unknown,
}
