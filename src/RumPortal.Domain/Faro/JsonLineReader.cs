using System.Buffers;

namespace RumPortal.Domain.Faro;

/// <summary>
/// Reads the members of one flat JSON object, forward only and without allocating. Total: where the object breaks off or stops being
/// JSON, reading ends and <see cref="IsTruncated"/> says so; what came before counts.
/// </summary>
/// <remarks>
/// <code>
/// {"kind":"measurement","lcp":"2612.400000","value_lcp":2612.4}     members with text and number values
/// {"context_element":"main\u003eimg"}                               a value with an escape: <see cref="NeedsUnescape"/>
/// {"a":{"b":[1,2]},"c":null}                                        a nested value is its own text {"b":[1,2]}; null is empty
/// {"kind":"log","message":"half a li                                the value is what is there (<see cref="IsTruncated"/>)
/// </code>
/// A reader of its own instead of the framework's: that one answers each half line with an exception and limits the depth.
/// </remarks>
public ref struct JsonLineReader(ReadOnlySpan<byte> line)
{
    private static readonly SearchValues<byte> ScalarEnds = SearchValues.Create(" \t\r\n,}]\""u8);
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private readonly ReadOnlySpan<byte> _line = line;
    private int _position;
    private int _keyLength;
    private int _valueLength;
    private State _state;

    private enum State
    {
        Start,
        Members,
        Closed,
        Broken,
    }

    /// <summary>The name as written, without its quotes.</summary>
    public readonly ReadOnlySpan<byte> Key => _line.Slice(KeyStart, _keyLength);

    /// <summary>The value as written; a string without its quotes.</summary>
    public readonly ReadOnlySpan<byte> RawValue => _line.Slice(ValueStart, _valueLength);

    public bool KeyNeedsUnescape { get; private set; }

    public bool NeedsUnescape { get; private set; }

    /// <summary>Whether the object ended before its closing brace, or stopped being JSON.</summary>
    public readonly bool IsTruncated => _state == State.Broken;

    /// <summary>Whether something follows the closing brace.</summary>
    public bool HasTail { get; private set; }

    internal int KeyStart { get; private set; }

    internal int ValueStart { get; private set; }

    /// <summary>
    /// Whether the line is meant as an object: <c>{</c>, then a quote or <c>}</c>. No pair of a logfmt line begins like that.
    /// </summary>
    public static bool Recognises(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t\r\n"u8);
        if (line.IsEmpty || line[0] != '{') return false;
        line = line[1..].TrimStart(" \t\r\n"u8);
        return !line.IsEmpty && line[0] is (byte)'"' or (byte)'}';
    }

    /// <summary>Moves to the next member; false at the end of the object or where it breaks off.</summary>
    public bool Read()
    {
        if (_state is State.Closed or State.Broken) return false;
        var first = _state == State.Start;
        if (first && !Skip((byte)'{')) return Break();
        _state = State.Members;
        if (Skip((byte)'}')) return Close();
        if (!first && !Skip((byte)',')) return Break();
        return (ReadKey() && Skip((byte)':') && ReadValue()) || Break();
    }

    private bool Close()
    {
        _state = State.Closed;
        SkipBlanks();
        HasTail = _position < _line.Length;
        return false;
    }

    private bool Break()
    {
        _state = State.Broken;
        return false;
    }

    private bool ReadKey()
    {
        if (!Skip((byte)'"')) return false;
        KeyStart = _position;
        if (!QuotedText.TryFindEnd(_line, _position, out var end, out var escaped)) return false;
        (_keyLength, KeyNeedsUnescape, _position) = (end - KeyStart, escaped, end + 1);
        return true;
    }

    private bool ReadValue()
    {
        SkipBlanks();
        (ValueStart, NeedsUnescape) = (_position, false);
        if (_position == _line.Length) return false;
        return _line[_position] switch
        {
            (byte)'"' => ReadString(),
            (byte)'{' or (byte)'[' => ReadNested(),
            _ => ReadScalar(),
        };
    }

    private bool ReadString()
    {
        ValueStart = ++_position;
        var closed = QuotedText.TryFindEnd(_line, _position, out var end, out var escaped);
        (_valueLength, NeedsUnescape, _position) = (end - ValueStart, escaped, closed ? end + 1 : end);
        if (!closed) _state = State.Broken;
        return true;
    }

    private bool ReadNested()
    {
        var depth = 0;
        do
        {
            var next = _line[_position..].IndexOfAny(Structure);
            if (next < 0) return BreakInValue();
            _position += next;
            var character = _line[_position++];
            if (character == '"')
            {
                if (!QuotedText.TryFindEnd(_line, _position, out var end, out _)) return BreakInValue();
                _position = end + 1;
            }
            else
            {
                depth += character is (byte)'{' or (byte)'[' ? 1 : -1;
            }
        }
        while (depth > 0);
        _valueLength = _position - ValueStart;
        return true;
    }

    private bool BreakInValue()
    {
        (_valueLength, _position, _state) = (_line.Length - ValueStart, _line.Length, State.Broken);
        return true;
    }

    private bool ReadScalar()
    {
        var length = _line[_position..].IndexOfAny(ScalarEnds);
        if (length < 0) return BreakInValue();
        var isNull = _line.Slice(_position, length).SequenceEqual("null"u8);
        (_valueLength, _position) = (isNull ? 0 : length, _position + length);
        return length > 0;
    }

    private bool Skip(byte expected)
    {
        SkipBlanks();
        if (_position == _line.Length || _line[_position] != expected) return false;
        _position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < _line.Length && _line[_position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') _position++;
    }
}
