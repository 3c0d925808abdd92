using AngleSharp.Dom;

namespace RumPortal.UnitTests.Portal;

/// <summary>What a visitor may write into telemetry to become markup of the page that shows it.</summary>
internal static class HostileTelemetry
{
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "</pre></td></table><iframe src=//evil.test></iframe>",
        "javascript:alert(1)", "&lt;b&gt; &amp; &#x3c;", "{{constructor}} @(1+1) ${7*7}", "\u202Egnp.exe", "購物車 🚀", string.Concat(Enumerable.Repeat("<a href=x>", 400)),
    ];

    /// <summary>The page holds the text, or its beginning where long texts are cut, and no element or handler that came with it.</summary>
    public static void AssertShownAsText(IDocument document, string text)
    {
        Assert.Contains(text[..Math.Min(text.Length, 60)], document.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("script, img, iframe, [onload], [onerror], [onmouseover], a[href='x'], [href^='javascript:']"));
    }
}
