namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>What a piece of a query is.</summary>
public enum TokenKind
{
    End,

    /// <summary>A word or sign of the language, in its own spelling; of a scope with its dot or colon, such as <c>span.</c> or <c>trace:</c>.</summary>
    Symbol,

    /// <summary>A word that the language does not know.</summary>
    Identifier,

    /// <summary>The name of an attribute, after its scope.</summary>
    AttributeName,
    Quoted,
    WholeNumber,
    Number,
    Duration,
    Invalid,
}
