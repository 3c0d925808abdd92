namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>The right side of <c>| logfmt x="..."</c>: a bare name, or any text in double quotes within the string.</summary>
internal static class LogfmtSource
{
    /// <exception cref="FormatException">The text is neither.</exception>
    public static string Parse(string text)
    {
        var trimmed = text.Trim(' ', '\t', '\n');
        if (LabelNames.IsValid(trimmed)) return trimmed;
        if (trimmed.Length > 0 && trimmed[0] == '"')
        {
            var end = trimmed.IndexOfAny(['"', ']'], 1);
            if (end < 0 || end == trimmed.Length - 1) return trimmed[1..(end < 0 ? trimmed.Length : end)];
        }

        var bad = trimmed.FirstOrDefault(c => c != '_' && !char.IsAsciiLetterOrDigit(c));
        throw new FormatException(bad == '\0' ? $"cannot parse expression [{text}]: syntax error: unexpected $end" : $"cannot parse expression [{text}]: unexpected char {bad}");
    }
}
