namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

public enum TokenKind
{
    End,

    /// <summary>Text that is no token; <see cref="Token.Text"/> is the error.</summary>
    Invalid,
    Identifier,
    Quoted,
    Number,
    Duration,
    Bytes,

    /// <summary>A range with its brackets: <c>[5m]</c>.</summary>
    Range,

    /// <summary><c>--strict</c> or <c>--keep-empty</c>.</summary>
    Flag,
    Symbol,
    Keyword,

    /// <summary>A function name; it is one only before a parenthesis or a grouping, else it is an identifier.</summary>
    Function,
}
