using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>Reads a LogQL query. Pure: the same text gives the same tree or the same error.</summary>
/// <remarks>
/// <code>
/// {app="shop", kind="exception"} |= "TypeError" | logfmt | app_version="118"
/// sum by (browser_name) (count_over_time({app="shop"} | logfmt [5m] offset 30s)) / 60 > bool 1
/// </code>
/// </remarks>
public static class LogQlParser
{
    /// <summary>Loki 3.7 behaviour: longer queries are refused before they are read.</summary>
    public const int MaxQueryLength = 131_072;

    private const string MatcherRequired =
        "queries require at least one regexp or equality matcher that does not have an empty-compatible value. "
        + "For instance, app=~\".*\" does not meet this requirement, but app=~\".+\" will";

    /// <summary>Reads a query that can be executed.</summary>
    /// <exception cref="LogQlException">The query is wrong, too long, selects every stream, or needs what the sandbox leaves out.</exception>
    public static Expression Parse(string query)
    {
        var expression = ParseUnvalidated(query);
        Validate(expression);
        return expression;
    }

    /// <summary>Reads a bare selector such as <c>{app="shop"}</c>; <c>{}</c> selects everything here.</summary>
    /// <exception cref="LogQlException">The text is no selector, or more than one.</exception>
    public static IReadOnlyList<LabelMatcher> ParseSelector(string text)
    {
        var expression = ParseUnvalidated(text);
        return expression is LogSelector { Stages.Count: 0 } selector ? selector.Matchers : throw new LogQlException("only label matchers are supported");
    }

    private static Expression ParseUnvalidated(string query)
    {
        var length = System.Text.Encoding.UTF8.GetByteCount(query);
        if (length >= MaxQueryLength) throw new LogQlException(FormattableString.Invariant($"input size too long ({length} > {MaxQueryLength})"));
        var reader = new TokenReader(query);
        var expression = new MetricParser(reader).ParseExpression();
        return reader.Current.Kind == TokenKind.End ? expression : throw reader.Unexpected();
    }

    private static void Validate(Expression expression)
    {
        switch (expression)
        {
            case LogSelector selector:
                if (selector.Matchers.All(matcher => matcher.MatchesEmpty)) throw new LogQlException(MatcherRequired);
                break;
            case RangeAggregation range:
                Validate(range.Range.Selector);
                break;
            case VectorAggregation { Operation: VectorOperation.Sort or VectorOperation.SortDesc, Grouping.Labels.Count: > 0 }:
                throw new LogQlException("sort and sort_desc doesn't allow grouping by ");
            case VectorAggregation vector:
                Validate(vector.Operand);
                break;
            case LabelReplacement replacement:
                Validate(replacement.Operand);
                break;
            case BinaryOperation binary:
                Validate(binary.Left);
                Validate(binary.Right);
                break;
        }
    }
}
