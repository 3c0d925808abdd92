using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Clients.Querying;

/// <summary>The parts of a query's text that LogQL and PromQL write alike.</summary>
internal static class QuerySyntax
{
    public static string Selector(ImmutableArray<LabelMatcher> matchers) => $"{{{string.Join(", ", matchers.Select(Matcher))}}}";

    public static string Matcher(LabelMatcher matcher) => $"{matcher.Name}{matcher.Operator}{QueryString.Encode(matcher.Value)}";

    public static string Names(ImmutableArray<LabelName> names) => string.Join(", ", names);

    public static string Suffix(Grouping? grouping) =>
        grouping is null ? "" : $" {(grouping.Without ? "without" : "by")} ({Names(grouping.Names)})";

    public static string On(ImmutableArray<LabelName>? names) => names is null ? "" : $" on ({Names(names.Value)})";

    // Without an exponent: not every reader of these languages takes one.
    public static string Number(double number) =>
        double.IsFinite(number)
            ? number.ToString("0.####################", CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(nameof(number), number, "A query can only hold finite numbers.");

    public static string Operator(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.And => "and",
        BinaryOperator.Or => "or",
        _ => "unless",
    };
}
