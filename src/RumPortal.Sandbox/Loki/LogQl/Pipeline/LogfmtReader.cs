using System.Buffers;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Reads the pairs of a logfmt line as Loki does. Total: a pair that is wrong is skipped up to the next blank and leaves an error.</summary>
/// <remarks>
/// <c>kind=event event_name="a b" user_id= flag</c> gives four pairs; the last two have no value. <c>a=b=c</c> and <c>a="b</c> are wrong.
/// </remarks>
internal ref struct LogfmtReader(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> unescaped)
{
    private static readonly SearchValues<byte> Stops = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(b => (byte)b), (byte)'=', (byte)'"']);
    private static readonly SearchValues<byte> Blanks = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(b => (byte)b)]);

    private readonly ReadOnlySpan<byte> _line = line;
    private int _position;

    public ReadOnlySpan<byte> Key { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>The last error, in the words of Loki; null when there was none.</summary>
    public string? Error { get; private set; }

    public readonly bool AtEnd => _position >= _line.Length;

    /// <summary>Moves to the next pair; false at the end of the line and behind a pair that is wrong.</summary>
    public bool TryRead()
    {
        Key = default;
        Value = default;
        var first = _line[_position..].IndexOfAnyExcept(Blanks);
        if (first < 0)
        {
            _position = _line.Length;
            return false;
        }

        _position += first;
        var start = _position;
        var stop = _line[start..].IndexOfAny(Stops);
        _position = stop < 0 ? _line.Length : start + stop;
        Key = _line[start.._position];
        if (_position < _line.Length && _line[_position] == '"') return Unexpected('"');
        var hasValue = _position < _line.Length && _line[_position] == '=';
        if (hasValue && Key.IsEmpty) return Unexpected('=');
        if (HasReplacementCharacter(Key)) return InvalidKey(hasValue);
        return !hasValue || ReadValue();
    }

    private bool InvalidKey(bool hasValue)
    {
        Fail("invalid key");
        if (hasValue) SkipToBlank();
        return false;
    }

    private bool ReadValue()
    {
        _position++;
        if (_position >= _line.Length || _line[_position] <= ' ') return true;
        if (_line[_position] == '"') return ReadQuoted();
        var start = _position;
        var stop = _line[start..].IndexOfAny(Stops);
        _position = stop < 0 ? _line.Length : start + stop;
        if (_position < _line.Length && _line[_position] > ' ') return Unexpected((char)_line[_position]);
        Value = _line[start.._position];
        return true;
    }

    private bool ReadQuoted()
    {
        var start = _position + 1;
        var position = start;
        var escaped = false;
        while (true)
        {
            var stop = _line[position..].IndexOfAny((byte)'"', (byte)'\\');
            if (stop < 0)
            {
                _position = _line.Length;
                return Fail("unterminated quoted value");
            }

            position += stop;
            if (_line[position] == '"') break;
            escaped = true;
            position = Math.Min(position + 2, _line.Length);
        }

        _position = position + 1;
        var inner = _line[start..position];
        if (!escaped)
        {
            Value = inner;
            return true;
        }

        unescaped.ResetWrittenCount();
        if (!EscapedText.TryUnescape(inner, unescaped, allowSingleQuote: true)) return Fail("invalid quoted value");
        Value = unescaped.WrittenSpan;
        return true;
    }

    private bool Unexpected(char c)
    {
        Fail($"unexpected '{(c is '\'' ? "\\'" : c)}'");
        SkipToBlank();
        return false;
    }

    private void SkipToBlank()
    {
        var blank = _line[_position..].IndexOfAny(Blanks);
        _position = blank < 0 ? _line.Length : _position + blank;
    }

    private bool Fail(string message)
    {
        Error = FormattableString.Invariant($"logfmt syntax error at pos {_position + 1} : {message}");
        return false;
    }

    private static bool HasReplacementCharacter(ReadOnlySpan<byte> text) => text.IndexOf("\uFFFD"u8) >= 0;
}
