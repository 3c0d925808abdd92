using System.Globalization;
using System.Text.Json;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>The path of <c>| json x="servers[0].name"</c>: names by dot or as <c>["a b"]</c>, array positions as <c>[0]</c>.</summary>
internal sealed class JsonPath
{
    private readonly List<(string? Name, int Index)> _steps = [];

    private JsonPath()
    {
    }

    /// <exception cref="FormatException">The text is no path.</exception>
    public static JsonPath Parse(string text)
    {
        var path = new JsonPath();
        var position = 0;
        while (position < text.Length)
        {
            var before = position;
            if (text[position] is ' ' or '\t' or '\n') position++;
            else if (text[position] == '[') position = path.AddBracket(text, position + 1);
            else position = path.AddName(text, text[position] == '.' && path._steps.Count > 0 ? position + 1 : position);
            if (position == before) break;
        }

        return path._steps.Count > 0 && position >= text.Length ? path : throw Fail(text);
    }

    public JsonElement? Find(JsonElement element)
    {
        foreach (var (name, index) in _steps)
        {
            if (name is not null && element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)) element = member;
            else if (name is null && element.ValueKind == JsonValueKind.Array && index < element.GetArrayLength()) element = element[index];
            else return null;
        }

        return element;
    }

    private int AddName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (text[end] == '_' || char.IsAsciiLetterOrDigit(text[end]))) end++;
        if (!LabelNames.IsValid(text[start..end])) throw Fail(text);
        _steps.Add((text[start..end], 0));
        return end;
    }

    private int AddBracket(string text, int start)
    {
        var quoted = start < text.Length && text[start] == '"';
        var close = text.IndexOf(quoted ? "\"]" : "]", quoted ? start + 1 : start, StringComparison.Ordinal);
        if (close < 0) throw Fail(text);
        if (quoted)
        {
            _steps.Add((text[(start + 1)..close], 0));
            return close + 2;
        }

        if (!int.TryParse(text[start..close], NumberStyles.None, CultureInfo.InvariantCulture, out var index)) throw Fail(text);
        _steps.Add((null, index));
        return close + 1;
    }

    private static FormatException Fail(string text) => new($"cannot parse expression [{text}]: syntax error");
}
