using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Reads the list of streams in an answer, token by token. Lines are unescaped straight into the memory of the record buffer; nothing else
/// is kept of them.
/// </summary>
/// <remarks>
/// An entry has two elements, or three when Loki was asked to keep metadata apart (since 3.0):
/// <code>
/// {"stream":{"app_name":"shop-web","kind":"event"},"values":[
///    ["1795132897935000000","timestamp=... kind=event ...",{"structuredMetadata":{"detected_level":"info"},"parsed":{}}],
///    ["1795132898366000000","timestamp=... kind=event ..."]]}
/// </code>
/// </remarks>
internal sealed class StreamsParser(FaroRecordBuffer buffer)
{
    private readonly LabelSetInterner _labelSets = new();
    private State _state;
    private Member _member;
    private int? _skipDepth;
    private LabelSet? _labels;
    private LabelSet _metadata = LabelSet.Empty;
    private long _nanoseconds;
    private int _lineLength;
    private int _entryLength;

    private enum State
    {
        Streams,
        Stream,
        Labels,
        Values,
        Entry,
        Extra,
        Metadata,
    }

    private enum Member
    {
        Other,
        Stream,
        Values,
        Metadata,
    }

    public List<FaroRecord> Records { get; } = [];

    /// <summary>Takes a token inside the list; false at its end.</summary>
    public bool Take(ref Utf8JsonReader reader)
    {
        if (_skipDepth is { } depth)
        {
            if (reader.CurrentDepth == depth) _skipDepth = null;
        }
        else if (reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_state is State.Labels or State.Metadata) AddText(ref reader);
            else _member = MemberOf(ref reader);
        }
        else
        {
            return TakeValue(ref reader);
        }
        return true;
    }

    private bool TakeValue(ref Utf8JsonReader reader)
    {
        switch (_state)
        {
            case State.Streams: return TakeStreams(ref reader);
            case State.Stream: TakeStream(ref reader); break;
            case State.Labels or State.Metadata: TakeLabel(ref reader); break;
            case State.Values: TakeValues(ref reader); break;
            case State.Entry: TakeEntry(ref reader); break;
            default: TakeExtra(ref reader); break;
        }
        return true;
    }

    private bool TakeStreams(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray) return false;
        Enter(ref reader, JsonTokenType.StartObject, State.Stream);
        _labels = null;
        return true;
    }

    private void TakeStream(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject) _state = State.Streams;
        else if (_member == Member.Stream) Enter(ref reader, JsonTokenType.StartObject, State.Labels);
        else if (_member == Member.Values && _labels is null) throw new JsonException("Lines before the labels of their stream.");
        else if (_member == Member.Values) Enter(ref reader, JsonTokenType.StartArray, State.Values);
        else Skip(ref reader);
    }

    private void TakeLabel(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            AddText(ref reader);
            return;
        }
        if (reader.TokenType != JsonTokenType.EndObject) throw new JsonException("A label that is no text.");
        if (_state == State.Labels) (_labels, _state) = (_labelSets.Take(), State.Stream);
        else (_metadata, _state) = (_labelSets.Take(), State.Extra);
    }

    private void TakeValues(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _state = State.Stream;
            return;
        }
        Enter(ref reader, JsonTokenType.StartArray, State.Entry);
        (_entryLength, _metadata) = (0, LabelSet.Empty);
    }

    private void TakeEntry(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            if (_entryLength < 2) throw new JsonException("An entry without a line.");
            Records.Add(buffer.Commit(_lineLength, _nanoseconds, _labels ?? LabelSet.Empty, _metadata));
            _state = State.Values;
            return;
        }
        switch (_entryLength++)
        {
            case 0: _nanoseconds = ReadNanoseconds(ref reader); break;
            case 1: _lineLength = ReadLine(ref reader); break;
            default: Enter(ref reader, JsonTokenType.StartObject, State.Extra); break;
        }
    }

    private void TakeExtra(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject) _state = State.Entry;
        else if (_member == Member.Metadata) Enter(ref reader, JsonTokenType.StartObject, State.Metadata);
        else Skip(ref reader);
    }

    private int ReadLine(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A line that is no text.");
        return Unescape(ref reader, buffer.Reserve(reader.ValueSpan.Length));
    }

    private void AddText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            _labelSets.Add(reader.ValueSpan);
            return;
        }
        var text = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        _labelSets.Add(text.AsSpan(0, Unescape(ref reader, text)));
        ArrayPool<byte>.Shared.Return(text, clearArray: true);
    }

    // Not Utf8JsonReader.CopyString: that one refuses a lone surrogate with an exception, and checks bytes that Loki has encoded itself.
    private static int Unescape(ref Utf8JsonReader reader, Span<byte> destination)
    {
        if (reader.ValueIsEscaped) return QuotedText.Unescape(reader.ValueSpan, destination);
        reader.ValueSpan.CopyTo(destination);
        return reader.ValueSpan.Length;
    }

    private static long ReadNanoseconds(ref Utf8JsonReader reader)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.ValueSpan : default;
        return Utf8Parser.TryParse(text, out long nanoseconds, out var length) && length == text.Length && nanoseconds >= 0
            ? nanoseconds
            : throw new JsonException("A time that is no number of nanoseconds.");
    }

    private void Enter(ref Utf8JsonReader reader, JsonTokenType start, State state)
    {
        if (reader.TokenType != start) throw new JsonException($"{reader.TokenType} instead of {start}.");
        _state = state;
    }

    private void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) _skipDepth = reader.CurrentDepth;
    }

    private Member MemberOf(ref Utf8JsonReader reader) => _state switch
    {
        State.Stream when reader.ValueTextEquals("stream"u8) => Member.Stream,
        State.Stream when reader.ValueTextEquals("values"u8) => Member.Values,
        State.Extra when reader.ValueTextEquals("structuredMetadata"u8) => Member.Metadata,
        _ => Member.Other,
    };
}
