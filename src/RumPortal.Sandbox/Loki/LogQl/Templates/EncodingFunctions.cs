using System.Globalization;
using System.Net;
using System.Text;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Re2;
using static RumPortal.Sandbox.Loki.LogQl.Templates.TemplateFunctions;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Regular expressions, escapes for URLs and HTML, base64, and sizes or durations as numbers.</summary>
internal static class EncodingFunctions
{
    public static IEnumerable<TemplateFunction> All { get; } =
    [
        Declare("regexReplaceAll", "sss", a => TemplateValue.Of(Compile(a[0].Text) is var regex ? regex.Replace(a[1].Text, match => Re2Expansion.Expand(a[2].Text, match, regex)) : "")),
        Declare("regexReplaceAllLiteral", "sss", a => TemplateValue.Of(Compile(a[0].Text).Replace(a[1].Text, _ => a[2].Text))),
        Declare("count", "ss", a => TemplateValue.Of(Compile(a[0].Text).Matches(a[1].Text).Count)),
        Declare("urlencode", "s", a => TemplateValue.Of(UrlEncode(a[0].Text))),
        Declare("urlquery", "s", a => TemplateValue.Of(UrlEncode(a[0].Text))),
        Declare("urldecode", "s", a => TemplateValue.Of(UrlDecode(a[0].Text))),
        Declare("html", "s", a => TemplateValue.Of(Html(a[0].Text))),
        Declare("b64enc", "s", a => TemplateValue.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(a[0].Text)))),
        Declare("b64dec", "s", a => TemplateValue.Of(DecodeBase64(a[0].Text))),
        Declare("bytes", "s", a => TemplateValue.Of(ByteSize.TryParse(a[0].Text, out var bytes, out var error) ? (double)bytes : throw new TemplateException(error))),
        Declare("duration", "s", Duration),
        Declare("duration_seconds", "s", Duration),
    ];

    private static TemplateValue Duration(TemplateValue[] arguments) => GoDuration.TryParseGo(arguments[0].Text, out var nanoseconds, out var error)
        ? TemplateValue.Of(nanoseconds / (double)GoDuration.Second)
        : throw new TemplateException(error);

    private static Re2Regex Compile(string pattern)
    {
        try
        {
            return Re2Cache.Get(pattern);
        }
        catch (Re2SyntaxException e)
        {
            throw new TemplateException(e.Message);
        }
    }

    /// <summary>Go's <c>url.QueryEscape</c>: letters, digits and <c>- _ . ~</c> stay, a blank is a plus.</summary>
    private static string UrlEncode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static string UrlDecode(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                throw new TemplateException($"invalid URL escape {GoQuote.Quote(text.Substring(i, Math.Min(3, text.Length - i)))}");
        return WebUtility.UrlDecode(text);
    }

    private static string Html(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&#34;").Replace("'", "&#39;").Replace("\0", "\uFFFD").ToString();

    private static string DecodeBase64(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            var bad = text.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/').Count();
            return string.Create(CultureInfo.InvariantCulture, $"illegal base64 data at input byte {bad}");
        }
    }
}
