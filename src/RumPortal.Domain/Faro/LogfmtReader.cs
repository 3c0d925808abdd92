using System.Buffers;

namespace RumPortal.Domain.Faro;

/// <summary>
/// Reads the pairs of one logfmt line, forward only and without allocating. Total: any bytes are a line.
/// </summary>
/// <remarks>
/// The rules are those of a lenient log store parser (Loki 3.7 behaviour), so that a line means the same here and in a query:
/// <code>
/// kind=event browser_os="Mac OS 10.15.7"     two pairs
/// message="say \"hi\""                       a quoted value with escapes: <see cref="NeedsUnescape"/>
/// path=C:\tmp                                unquoted: the backslash is itself
/// debug level=info                           a key alone has an empty value
/// a==b c=d  =v  b"x=1  e=f                   pairs with a stray = or " are skipped (<see cref="IsDamaged"/>): c and e remain
/// message="half a li                         an open quote: the value is what is there (<see cref="IsTruncated"/>)
/// </code>
/// Blanks are all bytes up to 0x20. Duplicate keys are all returned, in order.
/// </remarks>
public ref struct LogfmtReader(ReadOnlySpan<byte> line)
{
    private static readonly byte[] AllBlanks = [.. Enumerable.Range(0, 0x21).Select(blank => (byte)blank)];
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(AllBlanks);
    private static readonly SearchValues<byte> PairEnds = SearchValues.Create([.. AllBlanks, (byte)'=', (byte)'"']);

    private readonly ReadOnlySpan<byte> _line = line;
    private int _position;
    private int _keyLength;
    private int _valueLength;

    /// <summary>The key as written.</summary>
    public readonly ReadOnlySpan<byte> Key => _line.Slice(KeyStart, _keyLength);

    /// <summary>The value as written, without its quotes.</summary>
    public readonly ReadOnlySpan<byte> RawValue => _line.Slice(ValueStart, _valueLength);

    /// <summary>Whether <see cref="RawValue"/> holds escapes.</summary>
    public bool NeedsUnescape { get; private set; }

    /// <summary>Whether the line ended inside the quoted value that was read last.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Whether any pair so far could not be read and was skipped.</summary>
    public bool IsDamaged { get; private set; }

    internal int KeyStart { get; private set; }

    internal int ValueStart { get; private set; }

    /// <summary>Whether the key is its own label form.</summary>
    internal bool KeyIsLabel { get; private set; }

    /// <summary>Moves to the next pair; false at the end of the line.</summary>
    public bool Read()
    {
        while (SkipBlanks())
        {
            if (ReadKey() && ReadValue()) return true;
            IsDamaged = true;
            SkipToBlank();
        }
        return false;
    }

    private bool SkipBlanks()
    {
        while (_position < _line.Length && _line[_position] <= 0x20) _position++;
        return _position < _line.Length;
    }

    private void SkipToBlank()
    {
        var blank = _line[_position..].IndexOfAny(Blanks);
        _position = blank < 0 ? _line.Length : _position + blank;
    }

    private bool ReadKey()
    {
        KeyStart = _position;
        var rest = _line[_position..];
        var length = rest.IndexOfAnyExcept(LabelForm.Characters);
        KeyIsLabel = length < 0 || rest[length] <= 0x20 || rest[length] == '=';
        if (!KeyIsLabel)
        {
            var end = rest[length..].IndexOfAny(PairEnds);
            length = end < 0 ? -1 : length + end;
        }
        if (length < 0) length = rest.Length;
        KeyIsLabel &= !LabelForm.StartsWithDigit(rest);
        _keyLength = length;
        _position += length;
        return length > 0 && (_position == _line.Length || _line[_position] != '"');
    }

    private bool ReadValue()
    {
        NeedsUnescape = false;
        var hasValue = _position < _line.Length && _line[_position] == '=';
        if (hasValue) _position++;
        ValueStart = _position;
        _valueLength = 0;
        if (!hasValue || _position == _line.Length || _line[_position] <= 0x20) return true;
        if (_line[_position] == '"') return ReadQuoted();
        var length = _line[_position..].IndexOfAny(PairEnds);
        if (length < 0) length = _line.Length - _position;
        _valueLength = length;
        _position += length;
        return _position == _line.Length || _line[_position] <= 0x20;
    }

    private bool ReadQuoted()
    {
        ValueStart = ++_position;
        IsTruncated = !QuotedText.TryFindEnd(_line, _position, out var end, out var escaped);
        NeedsUnescape = escaped;
        _valueLength = end - ValueStart;
        _position = IsTruncated ? end : end + 1;
        return true;
    }
}
