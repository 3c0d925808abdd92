using AngleSharp.Dom;
using RumPortal.Testing;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal;

/// <summary>What a visitor may write into telemetry to become markup of the page that shows it.</summary>
internal static class HostileTelemetry
{
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "</pre></td></table><iframe src=//evil.test></iframe>",
        "javascript:alert(1)", "&lt;b&gt; &amp; &#x3c;", "{{constructor}} @(1+1) ${7*7}", "\u202Egnp.exe", "購物車 🚀", string.Concat(Enumerable.Repeat("<a href=x>", 400)),
    ];

    /// <summary>One line of each kind that a page shows in words of its own, with the text wherever a visitor can put one.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        static string Line(params (string Key, string Value)[] fields) =>
            FaroLines.Line(1, LineSpelling.Logfmt(fields.Select(field => KeyValuePair.Create(field.Key, field.Value))));
        yield return Line(("kind", "log"), ("level", text), ("message", text));
        yield return Line(("kind", "exception"), ("type", text), ("value", text), ("stacktrace", $"{text}\n  at {text} (a.js:1:1)"));
        yield return Line(("kind", "event"), ("event_name", text), ("event_data_x", text));
        yield return Line(("kind", "event"), ("event_name", "view_changed"), ("event_data_fromView", text), ("event_data_toView", text));
        yield return Line(("kind", "event"), ("event_name", "faro.user.action"), ("event_data_userActionName", text), ("event_data_userActionTrigger", text));
        yield return Line(("kind", "measurement"), ("type", "web-vitals"), ("lcp", "9000"), ("context_element", text), ("context_rating", text));
        yield return Line(("kind", "event"), ("event_name", "faro.tracing.fetch"), ("event_data_http.method", text), ("event_data_http.host", text), ("event_data_error.type", text));
        yield return Line(("kind", text), ("message", text));
    }

    /// <summary>The page holds the text, or its beginning where long texts are cut, and no element or handler that came with it.</summary>
    public static void AssertShownAsText(IDocument document, string text)
    {
        Assert.Contains(text[..Math.Min(text.Length, 60)], document.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("script, img, iframe, [onload], [onerror], [onmouseover], a[href='x'], [href^='javascript:']"));
    }
}
