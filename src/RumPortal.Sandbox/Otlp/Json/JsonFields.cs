using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RumPortal.Sandbox.Otlp.Json;

/// <summary>The fields of an OTLP message in JSON. Each may be missing or null, which reads as protobuf's default.</summary>
internal static class JsonFields
{
    private const int LongestShown = 64;

    public static JsonElement Get(JsonElement message, string name)
    {
        if (message.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return default;
        if (message.ValueKind != JsonValueKind.Object) throw new OtlpFormatException($"expected an object that may hold {name}, found {Shown(message)}");
        if (!message.TryGetProperty(name, out var value) && !message.TryGetProperty(Snake(name), out value)) return default;
        return value.ValueKind == JsonValueKind.Null ? default : value;
    }

    public static JsonElement Object(JsonElement message, string name)
    {
        var value = Get(message, name);
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object ? value : throw Wrong(name, "an object", value);
    }

    public static IEnumerable<JsonElement> Items(JsonElement message, string name)
    {
        var value = Get(message, name);
        if (value.ValueKind == JsonValueKind.Undefined) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Wrong(name, "an array", value);
    }

    public static string Text(JsonElement message, string name)
    {
        var value = Get(message, name);
        if (value.ValueKind == JsonValueKind.Undefined) return "";
        return value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : throw Wrong(name, "a text", value);
    }

    public static ulong Unsigned(JsonElement message, string name, ulong most = ulong.MaxValue)
    {
        var value = Get(message, name);
        if (value.ValueKind == JsonValueKind.Undefined) return 0;
        return ulong.TryParse(Digits(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw Wrong(name, "a whole number", value);
    }

    /// <summary>An enum by number, or by its name with the prefix of its protobuf type.</summary>
    public static T Enumeration<T>(JsonElement message, string name, string prefix)
        where T : struct, Enum
    {
        var value = Get(message, name);
        if (value.ValueKind == JsonValueKind.Undefined) return default;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return (T)System.Enum.ToObject(typeof(T), number);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
        return text.StartsWith(prefix, StringComparison.Ordinal) && System.Enum.TryParse<T>(text[prefix.Length..], ignoreCase: true, out var named)
            && !char.IsAsciiDigit(text[^1])
            ? named
            : throw Wrong(name, $"a number or a name such as {prefix}...", value);
    }

    /// <summary>The text of a number, which may stand in quotes.</summary>
    public static string Digits(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.String => value.GetString() ?? "",
        _ => "",
    };

    public static OtlpFormatException Wrong(string name, string wanted, JsonElement value) => new($"{name}: expected {wanted}, found {Shown(value)}");

    /// <summary>The start of a sender's text: an error must not echo a megabyte.</summary>
    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= LongestShown ? text : text[..LongestShown] + "...";
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
