namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>A cursor over the tokens of a query. What does not fit becomes a <see cref="LogQlException"/> in Loki's words.</summary>
internal sealed class TokenReader(string query)
{
    /// <summary>Bounds the recursion of everything that walks the tree later; no sensible query comes near.</summary>
    private const int MaxDepth = 200;

    private const int MaxOperators = 1000;

    private readonly List<Token> _tokens = Lexer.Tokenize(query);
    private int _position;
    private int _depth;
    private int _operators;

    public Token Current => _tokens[_position];

    public Token Ahead => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    public bool AtSymbol(string text) => Current.IsSymbol(text);

    public bool AtKeyword(string text) => Current.IsKeyword(text);

    public Token Take()
    {
        var token = Current;
        if (token.Kind == TokenKind.Invalid) throw Unexpected();
        if (_position < _tokens.Count - 1) _position++;
        return token;
    }

    public bool TryTakeSymbol(string text)
    {
        if (!AtSymbol(text)) return false;
        _position++;
        return true;
    }

    public bool TryTakeKeyword(string text)
    {
        if (!AtKeyword(text)) return false;
        _position++;
        return true;
    }

    public void ExpectSymbol(string text, params string[] alsoExpected)
    {
        if (!TryTakeSymbol(text)) throw Unexpected([text, .. alsoExpected]);
    }

    public string ExpectIdentifier(params string[] alsoExpected) => Expect(TokenKind.Identifier, "IDENTIFIER", alsoExpected).Text;

    public string ExpectString(params string[] alsoExpected) => Expect(TokenKind.Quoted, "STRING", alsoExpected).Text;

    public long ExpectRange() => Expect(TokenKind.Range, "RANGE").Value;

    public long ExpectDuration() => Expect(TokenKind.Duration, "DURATION").Value;

    /// <summary>Reads <c>(a, b)</c>; the list may be empty.</summary>
    public List<string> ExpectLabels()
    {
        ExpectSymbol("(");
        var labels = new List<string>();
        if (TryTakeSymbol(")")) return labels;
        labels.Add(ExpectIdentifier(")"));
        while (!TryTakeSymbol(")"))
        {
            if (!TryTakeSymbol(",")) throw Unexpected(",", ")");
            labels.Add(ExpectIdentifier());
        }

        return labels;
    }

    /// <summary>An error at the current token. As in Loki, more than four possibilities are not listed.</summary>
    public LogQlException Unexpected(params string[] expected)
    {
        var token = Current;
        if (token.Kind == TokenKind.Invalid) return new(token.Text, token.Line, token.Column);
        if (token.IsFunction("ip")) return LogQlException.Unsupported("ip()");
        var expecting = expected.Length is 0 or > 4 ? "" : ", expecting " + string.Join(" or ", expected);
        return new($"syntax error: unexpected {token.DisplayName}{expecting}", token.Line, token.Column);
    }

    public T Nested<T>(Func<T> parse)
    {
        if (++_depth > MaxDepth) throw new LogQlException($"the query nests deeper than {MaxDepth} levels");
        var result = parse();
        _depth--;
        return result;
    }

    public void CountOperator()
    {
        if (++_operators > MaxOperators) throw new LogQlException($"the query has more than {MaxOperators} operators");
    }

    private Token Expect(TokenKind kind, string name, params string[] alsoExpected) =>
        Current.Kind == kind ? Take() : throw Unexpected([name, .. alsoExpected]);
}
