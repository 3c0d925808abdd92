using System.Globalization;
using System.Text;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>
/// Takes the spans of one answer within bounds, whatever the format, and keeps account of all that is left out. Lives for one answer.
/// </summary>
internal sealed class SpanIntake
{
    /// <summary>Most spans of one trace.</summary>
    public const int MostSpans = 100_000;

    /// <summary>Most attributes, events, links and elements of lists together.</summary>
    public const int MostValues = 5_000_000;

    /// <summary>Most bytes of one text in UTF-8, or of one value of bytes.</summary>
    public const int LongestValue = 1024 * 1024;

    /// <summary>How deep lists and pairs may lie in each other.</summary>
    public const int DeepestValue = 32;

    private readonly TextCache _texts = new();
    private readonly List<Span> _spans = [];
    private int _values;
    private int _unreadable;
    private int _unreadableLinks;
    private int _spansLeftOut;
    private int _valuesLeftOut;
    private int _valuesCut;
    private int _valuesTooDeep;

    /// <summary>Counts a span that is still to be read; false when there are enough.</summary>
    public bool HasRoom()
    {
        if (_spans.Count < MostSpans) return true;
        _spansLeftOut++;
        return false;
    }

    public void Add(Span span) => _spans.Add(span);

    /// <summary>Counts a span without a usable id.</summary>
    public void AddUnreadable() => _unreadable++;

    /// <summary>Counts a link without a usable trace id, which leads nowhere.</summary>
    public void AddUnreadableLink() => _unreadableLinks++;

    /// <summary>How many of so many values may be read.</summary>
    public int Take(int values)
    {
        var taken = Math.Min(values, MostValues - _values);
        _values += taken;
        _valuesLeftOut += values - taken;
        return taken;
    }

    /// <summary>Whether a list or pairs may be read at this depth; counts it as left out if not.</summary>
    public bool IsShallow(int depth)
    {
        if (depth < DeepestValue) return true;
        _valuesTooDeep++;
        return false;
    }

    public AttributeValue.Text Value(ReadOnlySpan<byte> utf8) => _texts.Get(Cut(utf8, isText: true));

    public string Text(ReadOnlySpan<byte> utf8) => Value(utf8).Value;

    public string Text(string? text) => text is null ? "" : text.Length < LongestValue / 3 ? text : Text(Encoding.UTF8.GetBytes(text));

    /// <summary>The bytes, or their beginning when there are more than one value may have.</summary>
    public ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> value, bool isText = false)
    {
        if (value.Length <= LongestValue) return value;
        _valuesCut++;
        var end = LongestValue;
        // Not within a character.
        while (isText && end > LongestValue - 4 && (value[end] & 0xC0) == 0x80) end--;
        return value[..end];
    }

    /// <summary>The trace; null when no span could be taken.</summary>
    public Trace? ToTrace(TraceId id) => _spans.Count == 0 ? null : new Trace(id, [.. _spans], _unreadable);

    /// <summary>What is missing, as sentences; null for nothing. Spans without a usable id are told by the trace, if there is one.</summary>
    public string? LeftOut()
    {
        List<string> sentences = [];
        if (_spansLeftOut > 0)
            sentences.Add($"The first {Number(MostSpans)} of {Number(_spans.Count + _spansLeftOut)} spans are read.");
        if (_valuesLeftOut > 0) sentences.Add($"{Counted(_valuesLeftOut, "attribute is", "attributes are")} left out: {Number(MostValues)} are read.");
        if (_valuesCut > 0) sentences.Add($"{Counted(_valuesCut, "value of more than 1 MB is", "values of more than 1 MB are")} cut.");
        if (_valuesTooDeep > 0) sentences.Add($"{Counted(_valuesTooDeep, "value within other values is", "values within other values are")} left out: {DeepestValue} levels are read.");
        if (_unreadable > 0 && _spans.Count == 0) sentences.Add($"{Counted(_unreadable, "span has", "spans have")} no usable id.");
        if (_unreadableLinks > 0) sentences.Add($"{Counted(_unreadableLinks, "link has", "links have")} no usable trace id.");
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static string Counted(int number, string one, string several) => $"{Number(number)} {(number == 1 ? one : several)}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
