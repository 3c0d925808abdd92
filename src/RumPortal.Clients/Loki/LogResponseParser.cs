using System.Text.Json;
using RumPortal.Domain.Faro;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Reads Loki's answer to a log query from chunks of bytes as they arrive; the lines themselves are the work of
/// <see cref="StreamsParser"/>. Any deviation from the API is a <see cref="JsonException"/>.
/// </summary>
/// <remarks>
/// <code>
/// {"status":"success","data":{"resultType":"streams","encodingFlags":["categorize-labels"],"result":[...],
///  "stats":{"summary":{"totalBytesProcessed":1820345,"totalLinesProcessed":6012,"execTime":0.021}}},"warnings":["..."]}
/// </code>
/// </remarks>
internal sealed class LogResponseParser(FaroRecordBuffer buffer)
{
    private readonly StreamsParser _streams = new(buffer);
    private readonly List<string> _warnings = [];
    private JsonReaderState _json;
    private State _state;
    private Member _member;
    private int? _skipDepth;
    private bool _isSuccess;
    private bool _isStreams;

    private enum State
    {
        Start,
        Envelope,
        Warnings,
        Data,
        Streams,
        Stats,
        Summary,
        End,
    }

    private enum Member
    {
        Other,
        Status,
        Warnings,
        Data,
        ResultType,
        Result,
        Stats,
        Summary,
        Bytes,
        Lines,
    }

    public List<FaroRecord> Records => _streams.Records;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Bytes that Loki says it read.</summary>
    public long? BytesProcessed { get; private set; }

    /// <summary>Lines that Loki says it read.</summary>
    public long? LinesProcessed { get; private set; }

    /// <summary>Reads on and returns how many bytes were used; the caller presents the rest again, followed by more.</summary>
    public int Parse(ReadOnlySpan<byte> bytes, bool isFinal)
    {
        var reader = new Utf8JsonReader(bytes, isFinal, _json);
        try
        {
            while (reader.Read()) Take(ref reader);
        }
        catch (InvalidOperationException failure)
        {
            // So the library says that a name has half a surrogate pair as an escape.
            throw new JsonException("A text in the answer is not valid.", failure);
        }
        _json = reader.CurrentState;
        var isWhole = _state == State.End && _isSuccess && _isStreams;
        if (isFinal && !isWhole) throw new JsonException("An answer that is no success with streams.");
        return (int)reader.BytesConsumed;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        if (_state == State.Streams)
        {
            if (!_streams.Take(ref reader)) _state = State.Data;
        }
        else if (_skipDepth is { } depth)
        {
            if (reader.CurrentDepth == depth) _skipDepth = null;
        }
        else if (reader.TokenType == JsonTokenType.PropertyName)
        {
            _member = MemberOf(ref reader);
        }
        else
        {
            TakeValue(ref reader);
        }
    }

    private void TakeValue(ref Utf8JsonReader reader)
    {
        switch (_state)
        {
            case State.Start: Enter(ref reader, JsonTokenType.StartObject, State.Envelope); break;
            case State.Envelope: TakeEnvelope(ref reader); break;
            case State.Warnings: TakeWarning(ref reader); break;
            case State.Data: TakeData(ref reader); break;
            case State.Stats: TakeStats(ref reader); break;
            default: TakeSummary(ref reader); break;
        }
    }

    private void TakeEnvelope(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject) _state = State.End;
        else if (_member == Member.Status) _isSuccess = Is(ref reader, "success"u8);
        else if (_member == Member.Data) Enter(ref reader, JsonTokenType.StartObject, State.Data);
        else if (_member == Member.Warnings && reader.TokenType == JsonTokenType.StartArray) _state = State.Warnings;
        else Skip(ref reader);
    }

    private void TakeWarning(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray) _state = State.Envelope;
        else if (reader.TokenType == JsonTokenType.String) _warnings.Add(reader.GetString() ?? "");
        else Skip(ref reader);
    }

    private void TakeData(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject) _state = State.Envelope;
        else if (_member == Member.ResultType) _isStreams = Is(ref reader, "streams"u8);
        else if (_member == Member.Result) Enter(ref reader, JsonTokenType.StartArray, State.Streams);
        else if (_member == Member.Stats && reader.TokenType == JsonTokenType.StartObject) _state = State.Stats;
        else Skip(ref reader);
    }

    private void TakeStats(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject) _state = State.Data;
        else if (_member == Member.Summary && reader.TokenType == JsonTokenType.StartObject) _state = State.Summary;
        else Skip(ref reader);
    }

    private void TakeSummary(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject) _state = State.Stats;
        else if (_member == Member.Bytes && TryReadInteger(ref reader, out var bytes)) BytesProcessed = bytes;
        else if (_member == Member.Lines && TryReadInteger(ref reader, out var lines)) LinesProcessed = lines;
        else Skip(ref reader);
    }

    private static bool TryReadInteger(ref Utf8JsonReader reader, out long number)
    {
        number = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out number);
    }

    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text);

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
        State.Envelope when reader.ValueTextEquals("status"u8) => Member.Status,
        State.Envelope when reader.ValueTextEquals("data"u8) => Member.Data,
        State.Envelope when reader.ValueTextEquals("warnings"u8) => Member.Warnings,
        State.Data when reader.ValueTextEquals("result"u8) => Member.Result,
        State.Data when reader.ValueTextEquals("resultType"u8) => Member.ResultType,
        State.Data when reader.ValueTextEquals("stats"u8) => Member.Stats,
        State.Stats when reader.ValueTextEquals("summary"u8) => Member.Summary,
        State.Summary when reader.ValueTextEquals("totalBytesProcessed"u8) => Member.Bytes,
        State.Summary when reader.ValueTextEquals("totalLinesProcessed"u8) => Member.Lines,
        _ => Member.Other,
    };
}
