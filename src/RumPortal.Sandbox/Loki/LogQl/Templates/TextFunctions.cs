using System.Globalization;
using System.Text;
using static RumPortal.Sandbox.Loki.LogQl.Templates.TemplateFunctions;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Text: Loki's older functions take the text first (<c>Replace .x "a" "b" -1</c>), sprig's take it last so that it can be piped in.</summary>
internal static class TextFunctions
{
    private const int MaxLength = 1 << 20;

    public static IEnumerable<TemplateFunction> All { get; } =
    [
        .. new[] { "ToLower", "lower" }.Select(name => Text(name, "s", a => a[0].ToLowerInvariant())),
        .. new[] { "ToUpper", "upper" }.Select(name => Text(name, "s", a => a[0].ToUpperInvariant())),
        .. new[] { "TrimSpace", "trim" }.Select(name => Text(name, "s", a => a[0].Trim())),
        Text("title", "s", a => Title(a[0])),
        Text("Trim", "ss", a => a[0].Trim(a[1].ToCharArray())),
        Text("TrimLeft", "ss", a => a[0].TrimStart(a[1].ToCharArray())),
        Text("TrimRight", "ss", a => a[0].TrimEnd(a[1].ToCharArray())),
        Text("TrimPrefix", "ss", a => WithoutPrefix(a[0], a[1])),
        Text("TrimSuffix", "ss", a => WithoutSuffix(a[0], a[1])),
        Text("trimAll", "ss", a => a[1].Trim(a[0].ToCharArray())),
        Text("trimPrefix", "ss", a => WithoutPrefix(a[1], a[0])),
        Text("trimSuffix", "ss", a => WithoutSuffix(a[1], a[0])),
        Text("replace", "sss", a => Replace(a[2], a[0], a[1], -1)),
        Declare("Replace", "sssi", a => TemplateValue.Of(Replace(a[0].Text, a[1].Text, a[2].Text, a[3].Integer))),
        Declare("repeat", "is", a => TemplateValue.Of(Repeat(a[1].Text, a[0].Integer))),
        Declare("trunc", "is", a => TemplateValue.Of(Truncate(a[1].Text, a[0].Integer))),
        Declare("substr", "iis", a => TemplateValue.Of(Substring(a[2].Text, a[0].Integer, a[1].Integer))),
        Declare("contains", "ss", a => TemplateValue.Of(a[1].Text.Contains(a[0].Text, StringComparison.Ordinal))),
        Declare("hasPrefix", "ss", a => TemplateValue.Of(a[1].Text.StartsWith(a[0].Text, StringComparison.Ordinal))),
        Declare("hasSuffix", "ss", a => TemplateValue.Of(a[1].Text.EndsWith(a[0].Text, StringComparison.Ordinal))),
        Declare("indent", "is", a => TemplateValue.Of(Indent(a[1].Text, a[0].Integer))),
        Declare("nindent", "is", a => TemplateValue.Of("\n" + Indent(a[1].Text, a[0].Integer))),
        Declare("alignLeft", "is", a => TemplateValue.Of(Align(a[1].Text, a[0].Integer, left: true))),
        Declare("alignRight", "is", a => TemplateValue.Of(Align(a[1].Text, a[0].Integer, left: false))),
        Declare("len", "s", a => TemplateValue.Of(Encoding.UTF8.GetByteCount(a[0].Text))),
        Declare("print", "a*", a => TemplateValue.Of(GoFormat.Print(a))),
        Declare("println", "a*", a => TemplateValue.Of(string.Join(' ', a) + "\n")),
        Declare("printf", "sa*", a => TemplateValue.Of(GoFormat.Printf(a[0].Text, a.AsSpan(1)))),
    ];

    private static TemplateFunction Text(string name, string signature, Func<string[], string> invoke) =>
        Declare(name, signature, a => TemplateValue.Of(invoke(Array.ConvertAll(a, value => value.Text))));

    private static string WithoutPrefix(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;

    private static string WithoutSuffix(string text, string suffix) => text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;

    private static string Title(string text) =>
        string.Concat(text.Select((c, i) => i == 0 || !(char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '\'') ? char.ToUpper(c, CultureInfo.InvariantCulture) : c));

    private static string Replace(string text, string old, string replacement, long count)
    {
        if (old.Length == 0) return Interleave(text, replacement, count);
        var result = new StringBuilder();
        var start = 0;
        for (int found; count != 0 && (found = text.IndexOf(old, start, StringComparison.Ordinal)) >= 0; count--)
        {
            result.Append(text, start, found - start).Append(replacement);
            start = found + old.Length;
            Bound(result.Length);
        }

        return result.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>Replacing nothing puts the replacement before each character and at the end, at most <paramref name="count"/> times.</summary>
    private static string Interleave(string text, string replacement, long count)
    {
        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (count-- != 0) result.Append(replacement);
            else count = 0;
            result.Append(rune.ToString());
            Bound(result.Length);
        }

        return count == 0 ? result.ToString() : result.Append(replacement).ToString();
    }

    private static string Repeat(string text, long count)
    {
        if (count < 0) throw new TemplateException("strings: negative Repeat count");
        Bound(text.Length == 0 ? 0 : count > MaxLength ? long.MaxValue : count * text.Length);
        return text.Length == 0 ? "" : new StringBuilder().Insert(0, text, (int)count).ToString();
    }

    /// <summary>Counts bytes, as sprig does; a cut inside a character leaves a replacement character.</summary>
    private static string Truncate(string text, long count)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (count < 0 && bytes.Length + count > 0) return Encoding.UTF8.GetString(bytes.AsSpan((int)(bytes.Length + count)));
        return count >= 0 && bytes.Length > count ? Encoding.UTF8.GetString(bytes.AsSpan(0, (int)count)) : text;
    }

    private static string Substring(string text, long start, long end)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (start < 0) start = 0;
        else if (end < 0 || end > bytes.Length) end = bytes.Length;
        if (start > end || end > bytes.Length)
            throw new TemplateException(FormattableString.Invariant($"runtime error: slice bounds out of range [{start}:{end}]"));
        return Encoding.UTF8.GetString(bytes.AsSpan((int)start, (int)(end - start)));
    }

    private static string Indent(string text, long spaces)
    {
        if (spaces < 0) throw new TemplateException("strings: negative Repeat count");
        Bound(spaces > MaxLength ? long.MaxValue : spaces * (text.AsSpan().Count('\n') + 1));
        var pad = new string(' ', (int)spaces);
        return pad + text.Replace("\n", "\n" + pad, StringComparison.Ordinal);
    }

    private static string Align(string text, long count, bool left)
    {
        Bound(count);
        var runes = text.EnumerateRunes().ToArray();
        if (count < 0 || count == runes.Length) return text;
        if (count > runes.Length) return left ? text + new string(' ', (int)count - runes.Length) : new string(' ', (int)count - runes.Length) + text;
        return string.Concat((left ? runes.Take((int)count) : runes.TakeLast((int)count)).Select(rune => rune.ToString()));
    }

    /// <summary>A template may not make a text of a gigabyte out of one line.</summary>
    private static void Bound(long length)
    {
        if (length > MaxLength) throw new TemplateException("the result is too long");
    }
}
