namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>A cursor over the tokens of a query. What does not fit becomes a <see cref="PromQlException"/>.</summary>
internal sealed class TokenReader(string query)
{
    /// <summary>Bounds the recursion of everything that walks the tree later; no sensible query comes near.</summary>
    private const int MaxDepth = 200;

    /// <summary>A chain of operators makes a deep tree without any nesting in the text.</summary>
    private const int MaxOperators = 1_000;

    private readonly List<Token> _tokens = Lexer.Tokenize(query);
    private int _position;
    private int _depth;
    private int _operators;

    public Token Current => _tokens[_position];

    public Token Ahead => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    public bool AtSymbol(string text) => Current.IsSymbol(text);

    public bool AtWord(string text) => Current.IsWord(text);

    public Token Take()
    {
        var token = Current;
        if (token.Kind == TokenKind.Invalid) throw Error(token.Position, token.Text);
        if (_position < _tokens.Count - 1) _position++;
        return token;
    }

    public bool TryTakeSymbol(string text)
    {
        if (!AtSymbol(text)) return false;
        _position++;
        return true;
    }

    public bool TryTakeWord(string text)
    {
        if (!AtWord(text)) return false;
        _position++;
        return true;
    }

    public void ExpectSymbol(string text, string context)
    {
        if (!TryTakeSymbol(text)) throw Unexpected(context, $"\"{text}\"");
    }

    public Token Expect(TokenKind kind, string context) =>
        Current.Kind == kind ? Take() : throw Unexpected(context, kind == TokenKind.Quoted ? "string" : kind.ToString().ToLowerInvariant());

    public PromQlException Unexpected(string context, params string[] expected)
    {
        var token = Current;
        if (token.Kind == TokenKind.Invalid) return Error(token.Position, token.Text);
        var expecting = expected.Length == 0 ? "" : ", expected " + string.Join(" or ", expected);
        return Error(token.Position, $"unexpected {token}{(context.Length == 0 ? "" : $" in {context}")}{expecting}");
    }

    public PromQlException Error(int position, string message) => new(query, position, message);

    public T Nested<T>(Func<T> parse)
    {
        if (++_depth > MaxDepth) throw Error(Current.Position, FormattableString.Invariant($"the query nests deeper than {MaxDepth} levels"));
        var result = parse();
        _depth--;
        return result;
    }

    public void CountOperator()
    {
        if (++_operators > MaxOperators) throw Error(Current.Position, FormattableString.Invariant($"the query has more than {MaxOperators} operators"));
    }
}
