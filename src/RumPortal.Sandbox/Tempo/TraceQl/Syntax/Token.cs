namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its spelling, the decoded text of a string, or what is wrong.</param>
/// <param name="Value">Of numbers and durations.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
public readonly record struct Token(TokenKind Kind, string Text, Value Value, int Line, int Column)
{
    /// <summary>How Tempo's parser names it in its errors.</summary>
    public string DisplayName => Kind switch
    {
        TokenKind.End => "$end",
        TokenKind.Symbol => Text,
        TokenKind.Quoted => "STRING",
        TokenKind.WholeNumber => "INTEGER",
        TokenKind.Number => "FLOAT",
        TokenKind.Duration => "DURATION",
        _ => "IDENTIFIER",
    };

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
