using System.Globalization;
using System.Text;

namespace RumPortal.Automation.Render;

/// <summary>Text of our own in the templates of alerts (Go's template language).</summary>
internal static class AlertText
{
    /// <summary>The text on one line and otherwise as it is, also where it holds the braces that begin an action.</summary>
    public static string Literal(string text)
    {
        var line = string.Concat(text.EnumerateRunes().Select(rune => EndsLine(rune) ? " " : rune.ToString()));
        return line.Replace("{{", "{{\"{{\"}}", StringComparison.Ordinal);
    }

    private static bool EndsLine(Rune rune) =>
        Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
