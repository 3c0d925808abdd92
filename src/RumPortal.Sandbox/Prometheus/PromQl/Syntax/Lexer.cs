using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>
/// Splits a query into tokens. Total: text that is no token ends the list with one <see cref="TokenKind.Invalid"/> token that carries the error.
/// </summary>
/// <remarks><c>#</c> starts a comment. A number that runs on into a unit is a duration: <c>1h30m</c>. A colon belongs to names except within brackets: <c>[1h:5m]</c>.</remarks>
internal sealed class Lexer
{
    private const string NoSymbol = "";

    private static readonly string[] Symbols = ["==", "=~", "!=", "!~", "<=", ">=", "(", ")", "{", "}", "[", "]", ",", "=", "<", ">", "+", "-", "*", "/", "%", "^", "@"];

    private readonly string _query;
    private int _position;
    private bool _inBrackets;

    private Lexer(string query) => _query = query;

    public static List<Token> Tokenize(string query)
    {
        var lexer = new Lexer(query);
        var tokens = new List<Token>();
        do tokens.Add(lexer.Next());
        while (tokens[^1].Kind is not (TokenKind.End or TokenKind.Invalid));
        return tokens;
    }

    private Token Next()
    {
        SkipBlanks();
        if (_position >= _query.Length) return new(TokenKind.End, "", _query.Length);
        return At(_position) switch
        {
            '"' or '\'' or '`' => ReadQuoted(),
            ':' when _inBrackets => ReadSymbol(":"),
            var c when char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(_position + 1))) => ReadNumber(),
            var c when c is '_' or ':' || char.IsAsciiLetter(c) => ReadIdentifier(),
            _ => ReadSymbol(Array.Find(Symbols, symbol => _query.AsSpan(_position).StartsWith(symbol)) ?? NoSymbol),
        };
    }

    private char At(int index) => index < _query.Length ? _query[index] : '\0';

    private void SkipBlanks()
    {
        for (; _position < _query.Length; _position++)
        {
            if (At(_position) == '#')
            {
                var end = _query.IndexOf('\n', _position);
                _position = end < 0 ? _query.Length - 1 : end;
            }
            else if (At(_position) is not (' ' or '\t' or '\r' or '\n')) return;
        }
    }

    private Token ReadQuoted()
    {
        var start = _position;
        var quote = At(start);
        for (_position++; _position < _query.Length && At(_position) != quote; _position++)
        {
            if (quote == '`') continue;
            if (At(_position) == '\n') break;
            if (At(_position) == '\\') _position++;
        }

        if (_position >= _query.Length || At(_position) != quote) return new(TokenKind.Invalid, quote == '`' ? "unterminated raw string" : "unterminated quoted string", start);
        _position++;
        return GoQuote.TryUnquote(_query.AsSpan(start, _position - start), out var text, singleQuotes: true)
            ? new(TokenKind.Quoted, text, start)
            : new(TokenKind.Invalid, $"error unquoting string {GoQuote.Quote(_query[start.._position])}: invalid syntax", start);
    }

    private Token ReadNumber()
    {
        var start = _position;
        var end = NumberEnd(start);
        if (!IsWordCharacter(At(end)))
        {
            _position = end;
            return new(TokenKind.Number, _query[start..end], start);
        }

        while (char.IsAsciiLetterOrDigit(At(end))) end++;
        var text = _query[start..end];
        _position = end;
        return GoDuration.TryParsePrometheus(text, out _, out _)
            ? new(TokenKind.Duration, text, start)
            : new(TokenKind.Invalid, $"bad number or duration syntax: {GoQuote.Quote(text)}", start);
    }

    private int NumberEnd(int start)
    {
        if (At(start) == '0' && At(start + 1) is 'x' or 'X')
        {
            var hex = start + 2;
            while (char.IsAsciiHexDigit(At(hex))) hex++;
            return hex;
        }

        var end = start;
        while (char.IsAsciiDigit(At(end))) end++;
        if (At(end) == '.') end++;
        while (char.IsAsciiDigit(At(end))) end++;
        if (At(end) is not ('e' or 'E')) return end;
        end += At(end + 1) is '+' or '-' ? 2 : 1;
        while (char.IsAsciiDigit(At(end))) end++;
        return end;
    }

    private Token ReadIdentifier()
    {
        var start = _position;
        while (IsWordCharacter(At(_position)) || (At(_position) == ':' && !_inBrackets)) _position++;
        return new(TokenKind.Identifier, _query[start.._position], start);
    }

    private static bool IsWordCharacter(char c) => c == '_' || char.IsAsciiLetterOrDigit(c);

    private Token ReadSymbol(string symbol)
    {
        var start = _position;
        if (symbol.Length == 0) return new(TokenKind.Invalid, $"unexpected character: {GoQuote.Quote(_query[start..(start + (char.IsHighSurrogate(At(start)) && char.IsLowSurrogate(At(start + 1)) ? 2 : 1))]).Replace('"', '\'')}", start);
        _position += symbol.Length;
        if (symbol is "[" or "]") _inBrackets = symbol == "[";
        return new(TokenKind.Symbol, symbol, start);
    }
}
