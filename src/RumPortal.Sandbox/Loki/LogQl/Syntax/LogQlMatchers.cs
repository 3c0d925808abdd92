using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>Makes the two sorts of matchers that a LogQL query has.</summary>
/// <exception cref="LogQlException">The expression is refused.</exception>
internal static class LogQlMatchers
{
    /// <summary>A matcher between the braces of a selector, where a dot in an expression matches newlines as well.</summary>
    public static LabelMatcher ForStream(string name, MatchOperator kind, string value) => Create(name, kind, value, dotMatchesNewline: true);

    /// <summary>A matcher behind a pipe.</summary>
    public static LabelMatcher ForFilter(string name, MatchOperator kind, string value) => Create(name, kind, value, dotMatchesNewline: false);

    private static LabelMatcher Create(string name, MatchOperator kind, string value, bool dotMatchesNewline)
    {
        try
        {
            return LabelMatcher.Create(name, kind, value, dotMatchesNewline);
        }
        catch (Re2SyntaxException e)
        {
            throw new LogQlException(e.Message);
        }
    }
}
