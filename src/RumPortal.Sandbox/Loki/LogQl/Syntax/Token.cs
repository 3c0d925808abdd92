namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>
/// A token of LogQL. <paramref name="Text"/> is lower case for keywords and functions, decoded for strings, the message for invalid
/// text; <paramref name="Value"/> holds nanoseconds of a duration or range and the count of bytes of a size. Line and column count from 1.
/// </summary>
/// <remarks>
/// Loki 3.7 behaviour: a token that its scanner puts together from several reads (<c>|=</c>, <c>[5m]</c>, <c>10s</c>, <c>--strict</c>) has line 0.
/// </remarks>
public readonly record struct Token(TokenKind Kind, string Text, long Value, int Line, int Column)
{
    /// <summary>The name in Loki's syntax errors: <c>IDENTIFIER</c>, <c>STRING</c>, <c>$end</c>, a symbol or keyword itself.</summary>
    public string DisplayName => Kind switch
    {
        TokenKind.End => "$end",
        TokenKind.Symbol or TokenKind.Keyword => Text,
        TokenKind.Quoted => "STRING",
        TokenKind.Flag => "FUNCTION_FLAG",
        TokenKind.Function => Text switch
        {
            "label_replace" or "ip" => Text,
            "bytes" or "duration" or "duration_seconds" => Text.ToUpperInvariant() + "_CONV",
            _ => Text.ToUpperInvariant(),
        },
        _ => Kind.ToString().ToUpperInvariant(),
    };

    public bool IsSymbol(string text) => Kind == TokenKind.Symbol && Text == text;

    public bool IsKeyword(string text) => Kind == TokenKind.Keyword && Text == text;

    public bool IsFunction(string text) => Kind == TokenKind.Function && Text == text;
}
