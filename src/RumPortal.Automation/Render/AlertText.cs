namespace RumPortal.Automation.Render;

/// <summary>Text of our own in the templates of alerts (Go's template language).</summary>
internal static class AlertText
{
    /// <summary>The text as it is, also where it holds the braces that begin an action.</summary>
    public static string Literal(string text) => text.Replace("{{", "{{\"{{\"}}", StringComparison.Ordinal);
}
