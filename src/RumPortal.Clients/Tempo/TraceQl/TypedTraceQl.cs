namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>
/// Checks a query that a user typed for standing within parentheses: one that closed a parenthesis it did not open, or turned the rest into
/// a comment, would get around the condition beside it. Whether it is TraceQL is for the server to say.
/// </summary>
/// <remarks>
/// Tempo reads the name of an attribute up to the next blank or operator, and a backquote or single quote (before quoted names came, a quote
/// as well) is a character like any other in it. So a text may only begin where no name can be going on.
/// </remarks>
internal static class TypedTraceQl
{
    /// <summary>A sentence for the user; null when the query stays within its parentheses.</summary>
    public static string? FaultOf(string text)
    {
        var open = new Stack<char>();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\'':
                    return "A query cannot hold single quotes outside of texts here.";
                case '"' or '`':
                    if (!MayBeginText(text, i)) return $"A {text[i]} in the query stands within a name.";
                    if (EndOfText(text, i) is not { } end) return "A text in the query has no end.";
                    i = end;
                    break;
                case '(' or '{':
                    open.Push(text[i] == '(' ? ')' : '}');
                    break;
                case ')' or '}':
                    if (!open.TryPop(out var expected) || expected != text[i]) return $"A '{text[i]}' in the query closes nothing that is open.";
                    break;
                case '/' when i + 1 < text.Length && text[i + 1] is '/' or '*':
                    return "A query cannot hold comments here.";
            }
        }
        return open.TryPeek(out var missing) ? $"The query lacks a '{missing}'." : null;
    }

    // A quoted name follows its scope and a dot.
    private static bool MayBeginText(string text, int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || "(){}=~!<>&|^,".Contains(text[at - 1], StringComparison.Ordinal)
        || (text[at] == '"' && text[at - 1] == '.');

    // Between backquotes every character stands for itself; a text between quotes ends on its line.
    private static int? EndOfText(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == text[start]) return i;
            if (text[start] == '`') continue;
            if (text[i] is '\n' or '\r') return null;
            if (text[i] == '\\') i++;
        }
        return null;
    }
}
