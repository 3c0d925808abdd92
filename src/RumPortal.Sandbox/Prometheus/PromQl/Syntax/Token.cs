namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>A token of PromQL; <paramref name="Position"/> counts characters from 0.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool IsSymbol(string text) => Kind == TokenKind.Symbol && Text == text;

    /// <summary>Keywords may be written in any case.</summary>
    public bool IsWord(string text) => Kind == TokenKind.Identifier && Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>How Prometheus names the token in errors.</summary>
    public override string ToString() => Kind switch
    {
        TokenKind.End => "end of input",
        TokenKind.Symbol => $"\"{Text}\"",
        TokenKind.Quoted => $"string \"{Text}\"",
        _ => $"{Kind.ToString().ToLowerInvariant()} \"{Text}\"",
    };
}
