using System.Buffers;
using System.Text;
using System.Text.Json;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| json</c>: scalars become labels, nested names are joined by underscores, arrays and nulls are left out.</summary>
/// <remarks><c>{"a":{"b c":1},"ok":true,"list":[1]}</c> gives <c>a_b_c="1"</c> and <c>ok="true"</c>.</remarks>
internal sealed class JsonParser : IStage
{
    private const int MaxDepth = 512;

    private readonly KeyCache<ParsedKey> _keys = new();
    private readonly ValueText _values = new();
    private readonly ArrayBufferWriter<byte> _unescaped = new();
    private readonly ArrayBufferWriter<byte> _path = new();

    public IReadOnlyCollection<string> RequiredLabels => [];

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        if (labels.SkipParsing) return true;
        _path.ResetWrittenCount();
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject) return ReadObject(ref reader, labels) != Outcome.Rejected;
            labels.SetParserError(SpecialLabels.JsonError, "Value looks like object, but can't find closing '}' symbol");
        }
        catch (JsonException)
        {
            // Labels read before the fault stay.
            labels.SetParserError(SpecialLabels.JsonError, "Value looks like object, but can't find closing '}' symbol");
        }

        return true;
    }

    private enum Outcome
    {
        Finished,

        /// <summary>All labels that the query needs are there.</summary>
        Enough,

        /// <summary>A label fails a filter further down.</summary>
        Rejected,
    }

    private Outcome ReadObject(ref Utf8JsonReader reader, LabelsBuilder labels)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var prefix = _path.WrittenCount;
            if (prefix > 0) _path.Write("_"u8);
            _path.Write(Encoding.UTF8.GetBytes(SanitizedName(ref reader, prefix > 0)));
            reader.Read();
            var outcome = ReadValue(ref reader, labels);
            Truncate(prefix);
            if (outcome != Outcome.Finished) return outcome;
        }

        return Outcome.Finished;
    }

    private Outcome ReadValue(ref Utf8JsonReader reader, LabelsBuilder labels)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when labels.Hints.ShouldExtractBelow(Encoding.UTF8.GetString(_path.WrittenSpan)):
                return ReadObject(ref reader, labels);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                reader.Skip();
                return Outcome.Finished;
            case JsonTokenType.Null:
                return labels.AllExtracted ? Outcome.Enough : Outcome.Finished;
        }

        if (_keys.Get(_path.WrittenSpan, labels, ParsedKey.Make).Target(labels) is { } target)
        {
            labels.Set(target, TextOf(ref reader));
            if (!labels.Hints.ShouldContinue(target.Name, labels)) return Outcome.Rejected;
        }

        return labels.AllExtracted ? Outcome.Enough : Outcome.Finished;
    }

    private string TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.ValueIsEscaped) return _values.Get(reader.ValueSpan);
        _unescaped.ResetWrittenCount();
        return EscapedText.TryUnescape(reader.ValueSpan, _unescaped) ? _values.Get(_unescaped.WrittenSpan) : "";
    }

    private string SanitizedName(ref Utf8JsonReader reader, bool nested)
    {
        var name = reader.ValueSpan;
        if (reader.ValueIsEscaped)
        {
            _unescaped.ResetWrittenCount();
            EscapedText.TryUnescape(name, _unescaped);
            name = _unescaped.WrittenSpan;
        }

        var sanitized = LabelNames.Sanitize(name);
        // Only the first name of a path may need the underscore that a leading digit gets.
        return nested && sanitized.Length > 1 && sanitized[0] == '_' && char.IsAsciiDigit(sanitized[1]) && !name.StartsWith("_"u8) ? sanitized[1..] : sanitized;
    }

    private void Truncate(int length)
    {
        var kept = _path.WrittenSpan[..length].ToArray();
        _path.ResetWrittenCount();
        _path.Write(kept);
    }
}
