namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Splits a template into text and the words of its actions, with comments and the trim markers <c>{{- -}}</c> applied.</summary>
internal sealed class TemplateLexer
{
    private readonly string _name;
    private readonly string _source;
    private readonly List<TemplateToken> _tokens = [];
    private int _position;
    private bool _trimNext;

    private TemplateLexer(string name, string source) => (_name, _source) = (name, source);

    /// <exception cref="TemplateException">An action is not closed or holds something that is no token.</exception>
    public static List<TemplateToken> Tokenize(string name, string source)
    {
        var lexer = new TemplateLexer(name, source);
        while (lexer._position < source.Length) lexer.ReadTextAndAction();
        lexer.Add(TemplateTokenKind.End, "", lexer._position);
        return lexer._tokens;
    }

    public static TemplateException Error(string name, string source, int position, string message)
    {
        var line = 1 + source.AsSpan(0, Math.Min(position, source.Length)).Count('\n');
        return new(FormattableString.Invariant($"template: {name}:{line}: {message}"));
    }

    private void ReadTextAndAction()
    {
        var open = _source.IndexOf("{{", _position, StringComparison.Ordinal);
        var text = open < 0 ? _source[_position..] : _source[_position..open];
        if (_trimNext) text = text.TrimStart(' ', '\t', '\r', '\n');
        _trimNext = false;
        var inside = open + 2;
        var trims = open >= 0 && At(inside) == '-' && IsBlank(At(inside + 1));
        if (trims) text = text.TrimEnd(' ', '\t', '\r', '\n');
        if (text.Length > 0) Add(TemplateTokenKind.Text, text, _position);
        _position = open < 0 ? _source.Length : trims ? inside + 1 : inside;
        if (open >= 0) ReadAction(open);
    }

    private void ReadAction(int open)
    {
        if (TrySkipComment(open)) return;
        Add(TemplateTokenKind.Open, "{{", open);
        while (!TryClose())
        {
            var spaced = SkipBlanks();
            if (TryClose()) return;
            if (_position >= _source.Length) throw Fail(open, "unclosed action");
            ReadWord(spaced);
        }
    }

    private bool TrySkipComment(int open)
    {
        var start = _position;
        SkipBlanks();
        if (!_source.AsSpan(_position).StartsWith("/*"))
        {
            _position = start;
            return false;
        }

        var end = _source.IndexOf("*/", _position, StringComparison.Ordinal);
        if (end < 0) throw Fail(open, "unclosed comment");
        _position = end + 2;
        if (!TryTakeClose()) throw Fail(open, "comment ends before closing delimiter");
        return true;
    }

    private bool TryClose()
    {
        var start = _position;
        if (!TryTakeClose()) return false;
        Add(TemplateTokenKind.Close, "}}", start);
        return true;
    }

    private bool TryTakeClose()
    {
        var rest = _source.AsSpan(_position);
        var trimmed = rest.Length > 0 && IsBlank(rest[0]) && rest.TrimStart(" \t\r\n").StartsWith("-}}");
        if (!trimmed && !rest.StartsWith("}}")) return false;
        _position = _source.IndexOf("}}", _position, StringComparison.Ordinal) + 2;
        _trimNext = trimmed;
        return true;
    }

    private bool SkipBlanks()
    {
        var start = _position;
        // The blank before a trimming delimiter belongs to the delimiter.
        while (IsBlank(At(_position)) && !_source.AsSpan(_position).TrimStart(" \t\r\n").StartsWith("-}}")) _position++;
        return _position > start;
    }

    private void ReadWord(bool spaced)
    {
        var start = _position;
        var c = At(start);
        switch (c)
        {
            case '"' or '`' or '\'':
                Add(TemplateTokenKind.String, ReadQuoted(c), start, spaced);
                return;
            case '.' when !char.IsAsciiDigit(At(start + 1)):
                _position++;
                Add(TemplateTokenKind.Field, ReadName(), start, spaced);
                return;
            case '$':
                _position++;
                Add(TemplateTokenKind.Variable, "$" + ReadName(), start, spaced);
                return;
            case '|' or '(' or ')' or ',' or '=':
                _position++;
                Add(TemplateTokenKind.Symbol, c.ToString(), start, spaced);
                return;
            case ':' when At(start + 1) == '=':
                _position += 2;
                Add(TemplateTokenKind.Symbol, ":=", start, spaced);
                return;
        }

        if (char.IsAsciiDigit(c) || (c is '+' or '-' or '.' && (char.IsAsciiDigit(At(start + 1)) || At(start + 1) == '.'))) Add(TemplateTokenKind.Number, ReadNumber(), start, spaced);
        else if (IsNameCharacter(c)) Add(TemplateTokenKind.Word, ReadName(), start, spaced);
        else throw Fail(start, $"unexpected {Literals.GoQuote.Quote(c.ToString())} in command");
    }

    private string ReadQuoted(char quote)
    {
        var start = _position++;
        while (At(_position) != quote)
        {
            if (_position >= _source.Length || (quote != '`' && At(_position) == '\n'))
                throw Fail(start, quote == '`' ? "unterminated raw quoted string" : quote == '"' ? "unterminated quoted string" : "unterminated character constant");
            _position += quote != '`' && At(_position) == '\\' ? 2 : 1;
        }

        _position = Math.Min(_position + 1, _source.Length);
        return _source[start.._position];
    }

    private string ReadNumber()
    {
        var start = _position++;
        while (IsNameCharacter(At(_position)) || At(_position) == '.' || (At(_position) is '+' or '-' && At(_position - 1) is 'e' or 'E')) _position++;
        return _source[start.._position];
    }

    private string ReadName()
    {
        var start = _position;
        while (IsNameCharacter(At(_position))) _position++;
        return _source[start.._position];
    }

    private static bool IsNameCharacter(char c) => c == '_' || char.IsLetterOrDigit(c);

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    private char At(int index) => index < _source.Length ? _source[index] : '\0';

    private void Add(TemplateTokenKind kind, string text, int position, bool spaced = false) => _tokens.Add(new(kind, text, position, spaced));

    private TemplateException Fail(int position, string message) => Error(_name, _source, position, message);
}
