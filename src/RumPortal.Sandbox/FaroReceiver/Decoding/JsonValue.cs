using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// Single values as Go's <c>encoding/json</c> decodes them: no conversion between types, <c>null</c> leaves a scalar as it is and empties a
/// list or map.
/// </summary>
internal static class JsonValue
{
    public static string String(ref Utf8JsonReader reader, string current) => reader.TokenType switch
    {
        JsonTokenType.Null => current,
        JsonTokenType.String => GoText.Read(ref reader),
        _ => throw WrongType(ref reader, "string"),
    };

    public static bool Bool(ref Utf8JsonReader reader, bool current) => reader.TokenType switch
    {
        JsonTokenType.Null => current,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw WrongType(ref reader, "bool"),
    };

    /// <summary>A Go <c>int</c>: decimal digits only, so <c>1.0</c> and <c>1e2</c> are errors.</summary>
    public static long Integer(ref Utf8JsonReader reader, long current)
    {
        if (reader.TokenType == JsonTokenType.Null) return current;
        if (reader.TokenType == JsonTokenType.Number
            && long.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return value;
        throw WrongType(ref reader, "int");
    }

    public static double Float(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return 0;
        if (reader.TokenType == JsonTokenType.Number
            && double.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)) return value;
        throw WrongType(ref reader, "float64");
    }

    public static GoTime Time(ref Utf8JsonReader reader, GoTime current)
    {
        if (reader.TokenType == JsonTokenType.Null) return current;
        if (reader.TokenType != JsonTokenType.String) throw new PayloadFormatException("Time.UnmarshalJSON: input is not a JSON string");
        if (GoTimeParser.TryParse(reader.ValueSpan, out var time)) return time;
        var shown = Shown(GoText.Read(ref reader));
        throw new PayloadFormatException($"parsing time \"{shown}\" as \"2006-01-02T15:04:05Z07:00\": cannot parse it");
    }

    public static void Texts(ref Utf8JsonReader reader, Dictionary<string, string> map) =>
        Map(ref reader, map, "map[string]string", static (ref r) => String(ref r, ""));

    public static void Numbers(ref Utf8JsonReader reader, Dictionary<string, double> map) =>
        Map(ref reader, map, "map[string]float64", static (ref r) => Float(ref r));

    public static void Slice<T>(ref Utf8JsonReader reader, GoSlice<T> slice, ReadInto<T> element)
        where T : new()
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            slice.SetLength(0);
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray) throw WrongType(ref reader, "slice");
        var length = 0;
        for (Advance(ref reader); reader.TokenType != JsonTokenType.EndArray; Advance(ref reader))
            element(ref reader, slice.Element(length++));
        slice.SetLength(length);
    }

    /// <summary>Moves inside an object: true on the next property name, false at the end.</summary>
    public static bool NextIsProperty(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    public static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new PayloadFormatException("unexpected EOF");
    }

    public static void Skip(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip()) throw new PayloadFormatException("unexpected EOF");
    }

    public static PayloadFormatException WrongType(ref Utf8JsonReader reader, string goType) =>
        new($"json: cannot unmarshal {KindOf(ref reader)} into Go value of type {goType}");

    public static string KindOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        JsonTokenType.Null => "null",
        _ => "bool",
    };

    /// <summary>The start of a sender's text: an error must not echo a megabyte.</summary>
    public static string Shown(string text) => text.Length <= 64 ? text : text[..64] + "...";

    private delegate TValue ReadValue<out TValue>(ref Utf8JsonReader reader);

    private static void Map<TValue>(ref Utf8JsonReader reader, Dictionary<string, TValue> map, string goType, ReadValue<TValue> read)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            map.Clear();
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject) throw WrongType(ref reader, goType);
        while (NextIsProperty(ref reader))
        {
            var key = GoText.Read(ref reader);
            Advance(ref reader);
            map[key] = read(ref reader);
        }
    }
}
