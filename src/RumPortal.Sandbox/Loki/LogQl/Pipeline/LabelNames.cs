using System.Text;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Makes label names out of the keys of lines: <c>event_data_http.url</c> becomes <c>event_data_http_url</c>, <c>2xx</c> becomes <c>_2xx</c>.</summary>
internal static class LabelNames
{
    public static string Sanitize(ReadOnlySpan<byte> key)
    {
        var text = Encoding.UTF8.GetString(key).Trim();
        if (text.Length == 0) return "";
        var name = new StringBuilder(text.Length + 1);
        if (char.IsAsciiDigit(text[0])) name.Append('_');
        foreach (var rune in text.EnumerateRunes()) name.Append(IsNameCharacter(rune) ? (char)rune.Value : '_');
        return name.ToString();
    }

    public static bool IsValid(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => c == '_' || char.IsAsciiLetterOrDigit(c));

    private static bool IsNameCharacter(Rune rune) => rune.Value == '_' || (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value));
}
