using System.Globalization;
using System.Text;
using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>
/// Splits a query into tokens. Total: text that is no token ends the list with one <see cref="TokenKind.Invalid"/> token that carries the error.
/// </summary>
/// <remarks>
/// A scope is one token with its dot or colon and what follows belongs to it: <c>span.http.url</c> is <c>span.</c> and <c>http.url</c>. Signs
/// such as <c>+ - * /</c> are legal in attribute names, so <c>span.a+1</c> is one name.
/// </remarks>
internal sealed class Lexer
{
    private readonly string _query;
    private int _position;
    private int _line = 1;
    private int _lineStart;
    private (int Line, int Column) _start;

    private Lexer(string query) => _query = query;

    public static List<Token> Tokenize(string query)
    {
        var lexer = new Lexer(query);
        var tokens = new List<Token>();
        do
        {
            tokens.Add(lexer.Next());
            if (tokens[^1] is { Kind: TokenKind.Symbol } scope && TraceQlWords.AttributeScopes.Contains(scope.Text)) lexer.AddAttributeName(scope.Text, tokens);
        }
        while (tokens[^1].Kind is not (TokenKind.End or TokenKind.Invalid));
        return tokens;
    }

    private char Current => At(_position);

    private char At(int position) => position < _query.Length ? _query[position] : '\0';

    private Token Next()
    {
        SkipBlanks();
        MarkStart();
        if (_position >= _query.Length) return Make(TokenKind.End, "");
        var c = Current;
        if (c is '"' or '`') return ReadQuoted(c);
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(_position + 1)))) return ReadNumber();
        if (c == '_' || char.IsLetter(c)) return ReadWord();
        if (c == '.') return Take(1);
        foreach (var sign in TraceQlWords.Signs)
            if (_query.AsSpan(_position).StartsWith(sign)) return Take(sign.Length);
        _position++;
        return Make(TokenKind.Identifier, c.ToString());
    }

    private void SkipBlanks()
    {
        while (_position < _query.Length)
        {
            if (Current is ' ' or '\t' or '\r' or '\n') Advance();
            else if (Current == '/' && At(_position + 1) == '/') while (_position < _query.Length && Current != '\n') Advance();
            else if (Current == '/' && At(_position + 1) == '*' && _query.IndexOf("*/", _position + 2, StringComparison.Ordinal) is > 0 and var end) while (_position < end + 2) Advance();
            else break;
        }
    }

    private void Advance()
    {
        if (_query[_position++] != '\n') return;
        _line++;
        _lineStart = _position;
    }

    private void MarkStart() => _start = (_line, _position - _lineStart + 1);

    private Token Take(int length)
    {
        _position += length;
        return Make(TokenKind.Symbol, _query.Substring(_position - length, length));
    }

    private Token ReadQuoted(char quote)
    {
        var start = _position++;
        while (_position < _query.Length && Current != quote && (quote == '`' || Current != '\n'))
        {
            if (Current == '\\' && quote == '"') _position++;
            if (_position < _query.Length) Advance();
        }

        if (Current != quote || _position >= _query.Length) return Invalid("literal not terminated");
        _position++;
        var token = _query.AsSpan(start, _position - start);
        if (!GoQuote.TryUnquote(token, out var text)) return Invalid("invalid syntax");
        // As in Go, carriage returns are no part of a raw string.
        return Make(TokenKind.Quoted, quote == '`' ? text.Replace("\r", "", StringComparison.Ordinal) : text);
    }

    private Token ReadNumber()
    {
        var start = _position;
        SkipDigits();
        var isWhole = Current != '.';
        if (!isWhole)
        {
            _position++;
            SkipDigits();
        }

        if (Current is 'e' or 'E' && (char.IsAsciiDigit(At(_position + 1)) || (At(_position + 1) is '+' or '-' && char.IsAsciiDigit(At(_position + 2)))))
        {
            isWhole = false;
            _position += 2;
            SkipDigits();
        }

        return TryReadDuration(start, out var duration) ? duration : NumberToken(_query[start.._position], isWhole);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current)) _position++;
    }

    private Token NumberToken(string text, bool isWhole)
    {
        if (!isWhole) return new(TokenKind.Number, text, Value.Of(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)), _start.Line, _start.Column);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? new(TokenKind.WholeNumber, text, Value.Of(whole), _start.Line, _start.Column)
            : Invalid($"strconv.Atoi: parsing {GoQuote.Quote(text)}: value out of range");
    }

    /// <summary>A number that runs on into units, when together they are a duration.</summary>
    private bool TryReadDuration(int start, out Token token)
    {
        var end = _position;
        while (char.IsAsciiDigit(At(end)) || "nsumhµdwy.".Contains(At(end), StringComparison.Ordinal)) end++;
        token = default;
        if (end == _position || !GoDuration.TryParseEither(_query[start..end], out var nanoseconds)) return false;
        _position = end;
        token = new(TokenKind.Duration, _query[start..end], Value.OfDuration(nanoseconds), _start.Line, _start.Column);
        return true;
    }

    /// <summary>A word, or a scope with the dot or colon behind it.</summary>
    private Token ReadWord()
    {
        var start = _position;
        while (Current == '_' || char.IsLetterOrDigit(Current)) _position++;
        var word = _query[start.._position];
        if (Current is '.' or ':' && (TraceQlWords.AttributeScopes.Contains(word + Current) || TraceQlWords.IntrinsicScopes.Contains(word + Current)))
        {
            _position++;
            return Make(TokenKind.Symbol, word + _query[_position - 1]);
        }

        // Behind a colon other words count: id, traceID, rootService ...
        return TraceQlWords.Words.Contains(word) ? Make(TokenKind.Symbol, word) : Make(TokenKind.Identifier, word);
    }

    /// <summary>The name behind a scope; <c>parent.</c> may have a second scope before it.</summary>
    private void AddAttributeName(string scope, List<Token> tokens)
    {
        MarkStart();
        if (scope == "parent.")
        {
            foreach (var inner in (ReadOnlySpan<string>)["span.", "resource."])
            {
                if (!_query.AsSpan(_position).StartsWith(inner)) continue;
                tokens.Add(Take(inner.Length));
                MarkStart();
            }
        }

        var name = new StringBuilder();
        while (_position < _query.Length && IsAttributeCharacter(Current))
        {
            if (Current != '"')
            {
                name.Append(_query[_position++]);
                continue;
            }

            if (ReadQuotedPart(name) is not { } error) continue;
            tokens.Add(Invalid(error));
            return;
        }

        if (name.Length > 0) tokens.Add(Make(TokenKind.AttributeName, name.ToString()));
    }

    private string? ReadQuotedPart(StringBuilder name)
    {
        _position++;
        while (_position < _query.Length && Current != '"')
        {
            if (Current == '\\' && At(++_position) is not ('"' or '\\')) return "invalid escape sequence";
            name.Append(Current);
            Advance();
        }

        if (_position >= _query.Length) return "unexpected EOF, expecting \"";
        _position++;
        return null;
    }

    private static bool IsAttributeCharacter(char c) => !char.IsWhiteSpace(c) && !"{}()=~!<>&|^,".Contains(c, StringComparison.Ordinal);

    private Token Invalid(string error) => Make(TokenKind.Invalid, error);

    private Token Make(TokenKind kind, string text) => new(kind, text, Value.Nil, _start.Line, _start.Column);
}
