namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>A cursor over the tokens of a query. What does not fit becomes a <see cref="TraceQlException"/> in Tempo's words.</summary>
internal sealed class TokenReader(string query)
{
    /// <summary>Bounds the recursion of everything that walks the tree later; no sensible query comes near.</summary>
    private const int MaxDepth = 200;

    private const int MaxOperators = 1_000;

    private readonly List<Token> _tokens = Lexer.Tokenize(query);
    private int _position;
    private int _depth;
    private int _operators;

    public Token Current => _tokens[_position];

    public Token Ahead(int count) => _tokens[Math.Min(_position + count, _tokens.Count - 1)];

    public bool At(string symbol) => Current.Is(symbol);

    public Token Take()
    {
        var token = Current;
        if (token.Kind == TokenKind.Invalid) throw Unexpected();
        if (_position < _tokens.Count - 1) _position++;
        return token;
    }

    public bool TryTake(string symbol)
    {
        if (!At(symbol)) return false;
        _position++;
        return true;
    }

    public void Expect(string symbol)
    {
        if (!TryTake(symbol)) throw Unexpected(symbol);
    }

    /// <summary>An error at the current token.</summary>
    public TraceQlException Unexpected(params string[] expected)
    {
        var token = Current;
        if (token.Kind == TokenKind.Invalid) return TraceQlException.At(token.Line, token.Column, token.Text);
        var expecting = expected.Length == 0 ? "" : ", expecting " + string.Join(" or ", expected);
        return TraceQlException.At(token.Line, token.Column, $"syntax error: unexpected {token.DisplayName}{expecting}");
    }

    public T Nested<T>(Func<T> parse)
    {
        if (++_depth > MaxDepth) throw new TraceQlException($"the query nests deeper than {MaxDepth} levels");
        var result = parse();
        _depth--;
        return result;
    }

    public void CountOperator()
    {
        if (++_operators > MaxOperators) throw new TraceQlException($"the query has more than {MaxOperators} operators");
    }
}
