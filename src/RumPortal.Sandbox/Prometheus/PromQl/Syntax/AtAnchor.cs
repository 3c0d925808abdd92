namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

public enum AtAnchor
{
    Time,

    /// <summary>The start of the whole query.</summary>
    Start,

    /// <summary>The end of the whole query.</summary>
    End,
}
