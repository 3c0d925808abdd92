namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

internal enum TokenKind
{
    End,

    /// <summary>Text that is no token; <see cref="Token.Text"/> is the error.</summary>
    Invalid,

    /// <summary>A name or a keyword: which one only its place tells.</summary>
    Identifier,
    Number,
    Duration,

    /// <summary>A string without its quotes, decoded.</summary>
    Quoted,
    Symbol,
}
