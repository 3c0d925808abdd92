using System.Globalization;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>Writes expressions on one line in Loki's normal form; <see cref="LogQlPrettifier"/> breaks long ones.</summary>
public static class LogQlFormatter
{
    public static string Format(Expression expression) => expression switch
    {
        LogSelector { Stages.Count: 0 } selector => Matchers(selector.Matchers),
        LogSelector selector => Matchers(selector.Matchers) + " " + string.Join(' ', selector.Stages.Select(Format)),
        RangeAggregation range => $"{OperationNames.NameOf(range.Operation)}({Parameter(range)}{Format(range.Range)}){Format(range.Grouping)}",
        VectorAggregation vector => Vector(vector),
        BinaryOperation binary => $"({Format(binary.Left)} {Operator(binary, ",")} {Format(binary.Right)})",
        NumberLiteral number => GoFloat.FormatGeneral(number.Value),
        VectorLiteral vector => string.Create(CultureInfo.InvariantCulture, $"vector({vector.Value:F6})"),
        LabelReplacement replace => $"label_replace({string.Join(',', [Format(replace.Operand), .. Texts(replace)])})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    public static string Format(StageExpression stage) => stage switch
    {
        LineFilterExpression filter => LineFilter(filter),
        LogfmtExpression logfmt => "| logfmt" + Flags(logfmt.Strict, logfmt.KeepEmpty),
        LogfmtListExpression list => $"| logfmt{Flags(list.Strict, list.KeepEmpty)} {Extractions(list.Extractions)}",
        JsonExpression => "| json",
        JsonListExpression list => $"| json {Extractions(list.Extractions)}",
        RegexpExpression regexp => $"| regexp {GoQuote.Quote(regexp.Regex.Pattern)}",
        PatternExpression pattern => $"| pattern {GoQuote.Quote(pattern.Pattern)}",
        LabelFilterStageExpression filter => $"| {Format(filter.Filter)}",
        LineFormatExpression format => $"| line_format {GoQuote.Quote(format.Template)}",
        LabelFormatExpression format => "| label_format " + string.Join(',', format.Formats.Select(f => $"{f.Label}={(f.Rename ? f.Value : GoQuote.Quote(f.Value))}")),
        DecolorizeExpression => "| decolorize",
        DropExpression drop => "| drop " + Selections(drop.Labels),
        KeepExpression keep => "| keep " + Selections(keep.Labels),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static string Format(LabelFilterExpression filter) => filter switch
    {
        StringFilterExpression text => text.Matcher.ToString(),
        NumberFilterExpression number => number.Label + Sign(number.Comparison) + GoFloat.FormatPlain(number.Value),
        DurationFilterExpression duration => duration.Label + Sign(duration.Comparison) + GoDuration.FormatGo(duration.Value),
        BytesFilterExpression bytes => bytes.Label + Sign(bytes.Comparison) + ByteSize.Format(bytes.Value),
        AndFilterExpression and => $"( {Format(and.Left)} , {Format(and.Right)} )",
        OrFilterExpression or => $"( {Format(or.Left)} or {Format(or.Right)} )",
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    internal static string Format(UnwrapExpression unwrap) => UnwrapHead(unwrap) + string.Concat(unwrap.PostFilters.Select(f => $" | {Format(f)}"));

    internal static string UnwrapHead(UnwrapExpression unwrap) => unwrap.Conversion switch
    {
        UnwrapConversion.Bytes => $"| unwrap bytes({unwrap.Label})",
        UnwrapConversion.Duration => $"| unwrap duration({unwrap.Label})",
        UnwrapConversion.DurationSeconds => $"| unwrap duration_seconds({unwrap.Label})",
        _ => $"| unwrap {unwrap.Label}",
    };

    internal static string Matchers(IReadOnlyList<LabelMatcher> matchers) => "{" + string.Join(", ", matchers) + "}";

    /// <summary>The operator with its modifiers; lists are joined by <paramref name="comma"/>.</summary>
    internal static string Operator(BinaryOperation binary, string comma)
    {
        var matching = binary.Matching;
        var sign = OperationNames.NameOf(binary.Operator) + (binary.ReturnBool ? " bool" : "");
        if (!matching.On && matching.Labels.Count == 0) return sign;
        var group = matching.Cardinality switch
        {
            MatchCardinality.ManyToOne => "group_left",
            MatchCardinality.OneToMany => "group_right",
            _ => "",
        };
        if (matching.Include.Count > 0) group += $" ({string.Join(comma, matching.Include)})";
        return $"{sign} {(matching.On ? "on" : "ignoring")} ({string.Join(comma, matching.Labels)}) {group}";
    }

    internal static string Parameter(RangeAggregation range) => range.Parameter is { } parameter ? GoFloat.FormatPlain(parameter) + "," : "";

    internal static IEnumerable<string> Texts(LabelReplacement replace) =>
        new[] { replace.Destination, replace.Replacement, replace.Source, replace.Pattern }.Select(GoQuote.Quote);

    private static string Format(LogRange range)
    {
        var unwrap = range.Unwrap is null ? "" : " " + Format(range.Unwrap);
        var offset = range.Offset == 0 ? "" : $" offset {GoDuration.FormatGo(range.Offset)}";
        return $"{Format((Expression)range.Selector)}{unwrap}[{GoDuration.FormatPrometheus(range.Range)}]{offset}";
    }

    private static string Format(Grouping? grouping) => grouping is null ? "" : $" {(grouping.Without ? "without" : "by")} ({string.Join(',', grouping.Labels)})";

    private static string Vector(VectorAggregation vector)
    {
        var grouping = vector.Grouping is null or { IsSingleton: true } ? "" : Format(vector.Grouping);
        var parameter = vector.Parameter > 0 ? string.Create(CultureInfo.InvariantCulture, $"{vector.Parameter},") : "";
        return $"{OperationNames.NameOf(vector.Operation)}{grouping}({parameter}{Format(vector.Operand)})";
    }

    private static string LineFilter(LineFilterExpression filter)
    {
        var sign = filter.Kind switch
        {
            LineFilterKind.Contains => "|=",
            LineFilterKind.NotContains => "!=",
            LineFilterKind.Regex => "|~",
            _ => "!~",
        };
        // "Neither a nor b" is written as two filters.
        return filter.Kind is LineFilterKind.Contains or LineFilterKind.Regex
            ? $"{sign} {string.Join(" or ", filter.Alternatives.Select(GoQuote.Quote))}"
            : string.Join(' ', filter.Alternatives.Select(text => $"{sign} {GoQuote.Quote(text)}"));
    }

    private static string Flags(bool strict, bool keepEmpty) => (strict ? " --strict" : "") + (keepEmpty ? " --keep-empty" : "");

    private static string Extractions(IReadOnlyList<Extraction> extractions) => string.Join(',', extractions.Select(e => $"{e.Label}={GoQuote.Quote(e.Source)}"));

    private static string Selections(IReadOnlyList<LabelSelection> selections) => string.Join(',', selections.Select(s => s.Matcher?.ToString() ?? s.Name));

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        Comparison.Less => "<",
        _ => "<=",
    };
}
