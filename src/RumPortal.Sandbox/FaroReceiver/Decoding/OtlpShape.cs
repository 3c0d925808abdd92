using System.Text;
using System.Text.Json;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// An OTLP message in JSON: fields by their exact camel-case or snake-case name, unknown ones skipped, <c>null</c> an empty message.
/// </summary>
internal sealed class OtlpShape(params (string Name, ReadOtlp Read)[] fields)
{
    private readonly Dictionary<string, ReadOtlp> _fields = fields
        .SelectMany(f => new[] { f, (Name: Snake(f.Name), f.Read) })
        .DistinctBy(f => f.Name)
        .ToDictionary(f => f.Name, f => f.Read, StringComparer.Ordinal);

    public void Read(ref Utf8JsonReader reader, SpanTally tally)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartObject) throw OtlpValue.Unexpected(ref reader, "object");
        while (JsonValue.NextIsProperty(ref reader))
        {
            var known = _fields.TryGetValue(GoText.Read(ref reader), out var read);
            JsonValue.Advance(ref reader);
            if (known && read is not null) read(ref reader, tally);
            else JsonValue.Skip(ref reader);
        }
    }

    private static string Snake(string camel)
    {
        var snake = new StringBuilder(camel.Length + 4);
        foreach (var c in camel)
        {
            if (char.IsAsciiLetterUpper(c)) snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
