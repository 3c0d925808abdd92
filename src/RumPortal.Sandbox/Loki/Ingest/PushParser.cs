using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Pipeline;

namespace RumPortal.Sandbox.Loki.Ingest;

/// <summary>Reads the JSON form of a push. Nothing is stored of a body that cannot be read to its end.</summary>
/// <remarks><c>{"streams":[{"stream":{"app":"shop"},"values":[["1760003599120000000","line",{"session_id":"s1"}]]}]}</c>; the third element may be missing.</remarks>
public static class PushParser
{
    private const int MaxDepth = 16;

    /// <exception cref="PushException">The body is not of that form.</exception>
    public static PushRequest Parse(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var streams = new List<PushStream>();
            ReadObject(ref reader, "the request", (ref Utf8JsonReader r, string name) =>
            {
                if (name == "streams") ReadArray(ref r, "streams", (ref Utf8JsonReader item) => streams.Add(ReadStream(ref item)));
                else r.Skip();
            });
            return new(streams);
        }
        catch (JsonException e)
        {
            throw Malformed(e.Message);
        }
    }

    private delegate void MemberReader(ref Utf8JsonReader reader, string name);

    private delegate void ItemReader(ref Utf8JsonReader reader);

    private static PushStream ReadStream(ref Utf8JsonReader reader)
    {
        var labels = LabelSet.Empty;
        var entries = new List<PushEntry>();
        ReadObject(ref reader, "a stream", (ref Utf8JsonReader r, string name) =>
        {
            switch (name)
            {
                case "stream":
                    labels = ReadLabels(ref r, "stream");
                    break;
                case "values":
                    ReadArray(ref r, "values", (ref Utf8JsonReader item) => entries.Add(ReadEntry(ref item)));
                    break;
                default:
                    r.Skip();
                    break;
            }
        });
        return new(labels, entries);
    }

    private static PushEntry ReadEntry(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Malformed("a value must be an array of timestamp and line");
        reader.Read();
        var timestamp = ReadTimestamp(ref reader);
        reader.Read();
        if (reader.TokenType != JsonTokenType.String) throw Malformed("the line of a value must be a string");
        var line = ReadText(ref reader);
        reader.Read();
        var metadata = LabelSet.Empty;
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            metadata = ReadLabels(ref reader, "structured metadata");
            reader.Read();
        }

        if (reader.TokenType != JsonTokenType.EndArray) throw Malformed("a value has at most three elements");
        return new(timestamp, line, metadata);
    }

    private static long ReadTimestamp(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw Malformed("the timestamp of a value must be a string of nanoseconds");
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var timestamp)
            ? timestamp
            : throw Malformed($"strconv.ParseInt: parsing {Literals.GoQuote.Quote(text)}: invalid syntax");
    }

    /// <summary>The decoded bytes of a string; what is no UTF-8 becomes a replacement character.</summary>
    private static byte[] ReadText(ref Utf8JsonReader reader)
    {
        var raw = reader.ValueSpan;
        if (reader.ValueIsEscaped)
        {
            var unescaped = new ArrayBufferWriter<byte>(raw.Length);
            EscapedText.TryUnescape(raw, unescaped);
            raw = unescaped.WrittenSpan;
        }

        return System.Text.Unicode.Utf8.IsValid(raw) ? raw.ToArray() : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(raw));
    }

    private static LabelSet ReadLabels(ref Utf8JsonReader reader, string what)
    {
        var labels = new List<Label>();
        ReadObject(ref reader, what, (ref Utf8JsonReader r, string name) =>
        {
            if (r.TokenType != JsonTokenType.String) throw Malformed($"the values of {what} must be strings");
            labels.Add(new(name, Encoding.UTF8.GetString(ReadText(ref r))));
        });
        return LabelSet.Of(labels);
    }

    private static void ReadObject(ref Utf8JsonReader reader, string what, MemberReader read)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Malformed($"{what} must be an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Encoding.UTF8.GetString(ReadText(ref reader));
            reader.Read();
            read(ref reader, name);
        }
    }

    private static void ReadArray(ref Utf8JsonReader reader, string what, ItemReader read)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Malformed($"{what} must be an array");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) read(ref reader);
    }

    private static PushException Malformed(string message) => new(StatusCodes.Status400BadRequest, $"couldn't parse push request: {message}");
}
