using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>
/// Splits a query into tokens. Total: text that is no token ends the list with one <see cref="TokenKind.Invalid"/> token that carries the error.
/// </summary>
/// <remarks>
/// <c>#</c> starts a comment, and so do <c>//</c> and <c>/*</c>. A number that runs on into a unit is a duration or a size: <c>1h30m</c>, <c>20MB</c>.
/// </remarks>
public sealed class Lexer
{
    private readonly string _query;
    private int _position;
    private int _line = 1;
    private int _column = 1;

    /// <summary>How far <see cref="_column"/> is counted; tokens come in order, so each character is counted once.</summary>
    private int _counted;
    private (int Line, int Column) _start;

    private Lexer(string query) => _query = query;

    public static List<Token> Tokenize(string query)
    {
        var lexer = new Lexer(query);
        var tokens = new List<Token>();
        do tokens.Add(lexer.Next());
        while (tokens[^1].Kind is not (TokenKind.End or TokenKind.Invalid));
        return tokens;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _position + ahead < _query.Length ? _query[_position + ahead] : '\0';

    private Token Next()
    {
        if (SkipBlanks() is { } error)
        {
            MarkStart();
            return Invalid(error);
        }

        MarkStart();
        // An empty query has no position: Loki says "parse error : syntax error: unexpected $end".
        if (_query.Length == 0) return new(TokenKind.End, "", 0, 0, 0);
        if (_position >= _query.Length) return Make(TokenKind.End, "");
        return Current switch
        {
            '\0' => Invalid("invalid character NUL"),
            '"' => ReadQuoted(),
            '`' => ReadRaw(),
            '\'' => Invalid("invalid char literal"),
            '[' => ReadRange(),
            '-' => ReadDash(),
            var c when char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))) => ReadNumber(),
            var c when c == '_' || char.IsLetter(c) => ReadWord(),
            _ => ReadSymbol(),
        };
    }

    private string? SkipBlanks()
    {
        while (_position < _query.Length)
        {
            if (Current is ' ' or '\t' or '\r' or '\n' || (_position == 0 && Current == '\uFEFF')) Advance();
            else if (Current == '#' || (Current == '/' && Peek(1) == '/')) SkipLine();
            else if (Current == '/' && Peek(1) == '*')
            {
                var end = _query.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                if (end < 0) return "comment not terminated";
                while (_position < end + 2) Advance();
            }
            else break;
        }

        return null;
    }

    private void SkipLine()
    {
        while (_position < _query.Length && Current != '\n') Advance();
    }

    private void Advance()
    {
        if (_query[_position++] != '\n') return;
        _line++;
        (_column, _counted) = (1, _position);
    }

    private void MarkStart()
    {
        for (; _counted < _position; _counted++)
            if (!char.IsLowSurrogate(_query[_counted])) _column++;
        _start = (_line, _column);
    }

    private Token ReadQuoted()
    {
        var start = _position++;
        while (Current != '"' || _position >= _query.Length)
        {
            if (_position >= _query.Length || Current == '\n') return Invalid("literal not terminated");
            if (Current == '\0') return Invalid("invalid character NUL");
            if (Current == '\\' && !"abfnrtv\\\"01234567xuU".Contains(Peek(1), StringComparison.Ordinal)) return Invalid("invalid char escape");
            _position += Current == '\\' ? 2 : 1;
        }

        _position++;
        return GoQuote.TryUnquote(_query.AsSpan(start, _position - start), out var text) ? Make(TokenKind.Quoted, text) : Invalid("invalid syntax");
    }

    private Token ReadRaw()
    {
        var start = _position;
        var end = _query.IndexOf('`', start + 1);
        if (end < 0) return Invalid("literal not terminated");
        var text = _query[(start + 1)..end];
        if (text.Contains('\0', StringComparison.Ordinal)) return Invalid("invalid character NUL");
        while (_position <= end) Advance();
        // As in Go, carriage returns are no part of a raw string.
        return Make(TokenKind.Quoted, text.Replace("\r", "", StringComparison.Ordinal));
    }

    private Token ReadRange()
    {
        var start = _position;
        var end = _query.IndexOf(']', start);
        if (end < 0) return Compound(TokenKind.Invalid, "missing closing ']' in duration");
        var text = _query[(start + 1)..end];
        while (_position <= end) Advance();
        return GoDuration.TryParsePrometheus(text, out var nanoseconds, out var error)
            ? Compound(TokenKind.Range, text, nanoseconds)
            : Compound(TokenKind.Invalid, error);
    }

    private Token ReadDash()
    {
        foreach (var flag in (ReadOnlySpan<string>)["--strict", "--keep-empty"])
            if (_query.AsSpan(_position).StartsWith(flag) && !IsFlagCharacter(Peek(flag.Length)))
            {
                _position += flag.Length;
                return Compound(TokenKind.Flag, flag);
            }

        return TryUnit(_position, _position + 1, out var token) ? token : ReadSymbol();
    }

    private static bool IsFlagCharacter(char c) => c == '-' || char.IsLetter(c);

    private Token ReadNumber()
    {
        var start = _position;
        var end = start;
        while (char.IsAsciiDigit(At(end))) end++;
        if (At(end) == '.') end++;
        while (char.IsAsciiDigit(At(end))) end++;
        if (At(end) is 'e' or 'E')
        {
            var exponent = end + (At(end + 1) is '+' or '-' ? 2 : 1);
            if (!char.IsAsciiDigit(At(exponent))) return Invalid("exponent has no digits");
            end = exponent;
            while (char.IsAsciiDigit(At(end))) end++;
        }

        if (TryUnit(start, end, out var token)) return token;
        _position = end;
        return Make(TokenKind.Number, _query[start..end]);
    }

    private char At(int index) => index < _query.Length ? _query[index] : '\0';

    /// <summary>A number that runs on: to a duration if that is one, else to a size.</summary>
    private bool TryUnit(int start, int numberEnd, out Token token)
    {
        var end = numberEnd;
        while (char.IsNumber(At(end)) || "nuµmshdwy.".Contains(At(end), StringComparison.Ordinal)) end++;
        if (end > numberEnd && GoDuration.TryParseEither(_query[start..end], out var nanoseconds))
        {
            _position = end;
            token = Compound(TokenKind.Duration, _query[start..end], nanoseconds);
            return true;
        }

        end = numberEnd;
        while (char.IsNumber(At(end)) || "BikKMGTP.".Contains(At(end), StringComparison.Ordinal)) end++;
        if (end > numberEnd && _query[start] != '-' && ByteSize.TryParse(_query[start..end], out var bytes, out _) && bytes <= long.MaxValue)
        {
            _position = end;
            token = Compound(TokenKind.Bytes, _query[start..end], (long)bytes);
            return true;
        }

        token = default;
        return false;
    }

    private Token ReadWord()
    {
        var start = _position;
        while (Current == '_' || char.IsLetter(Current) || char.IsDigit(Current)) _position++;
        var word = _query[start.._position];
        var lower = word.ToLowerInvariant();
        if (LogQlKeywords.Functions.Contains(lower)) return IsCalled() ? Make(TokenKind.Function, lower) : Make(TokenKind.Identifier, word);
        return LogQlKeywords.Keywords.Contains(lower) ? Make(TokenKind.Keyword, lower) : Make(TokenKind.Identifier, word);
    }

    /// <summary>Whether a parenthesis follows, or a grouping with its parenthesis: <c>sum by (x)</c>.</summary>
    private bool IsCalled()
    {
        var rest = _query.AsSpan(_position).TrimStart();
        if (rest.StartsWith("(")) return true;
        foreach (var word in (ReadOnlySpan<string>)["by", "without"])
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return rest[word.Length..].TrimStart().StartsWith("(");
        return false;
    }

    private Token ReadSymbol()
    {
        var start = _position;
        if (start + 1 < _query.Length && LogQlKeywords.Symbols.Contains(_query.Substring(start, 2)))
        {
            _position += 2;
            return Compound(TokenKind.Symbol, _query.Substring(start, 2));
        }

        _position += char.IsHighSurrogate(Current) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
        var text = _query[start.._position];
        return LogQlKeywords.Symbols.Contains(text) ? Make(TokenKind.Symbol, text) : Make(TokenKind.Identifier, text);
    }

    private Token Invalid(string error) => Make(TokenKind.Invalid, error);

    private Token Make(TokenKind kind, string text) => new(kind, text, 0, _start.Line, _start.Column);

    private Token Compound(TokenKind kind, string text, long value = 0) => new(kind, text, value, 0, _start.Column);
}
