using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>A condition on labels as a stage. Comparisons with numbers drop a line that lacks the label, and keep one whose value is no number, marked with <c>__error__</c>.</summary>
internal abstract class LabelFilter : IStage
{
    public abstract IReadOnlyCollection<string> RequiredLabels { get; }

    /// <summary>Whether this is a comparison of one label, not a combination.</summary>
    public virtual bool IsSimple => true;

    public abstract bool Matches(LabelsBuilder labels);

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels) => Matches(labels);

    public static LabelFilter Compile(LabelFilterExpression expression) => expression switch
    {
        StringFilterExpression text => new StringLabelFilter(text.Matcher),
        NumberFilterExpression number => new ParsedLabelFilter<double>(number.Label, number.Comparison, number.Value, GoFloat.TryParse),
        DurationFilterExpression duration => new ParsedLabelFilter<long>(duration.Label, duration.Comparison, duration.Value, GoDuration.TryParseGo),
        BytesFilterExpression bytes => new ParsedLabelFilter<ulong>(bytes.Label, bytes.Comparison, bytes.Value, ByteSize.TryParse),
        AndFilterExpression and => new CombinedLabelFilter(Compile(and.Left), Compile(and.Right), both: true),
        OrFilterExpression or => new CombinedLabelFilter(Compile(or.Left), Compile(or.Right), both: false),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };
}

/// <summary>Compares text; a missing label counts as empty. The only filter that can look at <c>__error__</c>.</summary>
internal sealed class StringLabelFilter(LabelMatcher matcher) : LabelFilter
{
    public override IReadOnlyCollection<string> RequiredLabels { get; } = [matcher.Name];

    public override bool Matches(LabelsBuilder labels) =>
        matcher.Matches(matcher.Name == SpecialLabels.Error ? labels.Error : labels.Get(matcher.Name) ?? "");
}

internal delegate bool ValueParser<T>(string text, out T value, out string error);

/// <summary>Compares a value that has to be read from the label's text first.</summary>
internal sealed class ParsedLabelFilter<T>(string label, Comparison comparison, T expected, ValueParser<T> parse) : LabelFilter
    where T : IComparable<T>
{
    public override IReadOnlyCollection<string> RequiredLabels { get; } = [label];

    public override bool Matches(LabelsBuilder labels)
    {
        if (labels.Get(label) is not { } text) return false;
        if (parse(text, out var value, out var error)) return Holds(value);
        // The first error is the more useful one.
        if (labels.Error.Length == 0) labels.SetError(SpecialLabels.LabelFilterError, error);
        return true;
    }

    private bool Holds(T value)
    {
        // Not a number compares with nothing; CompareTo would sort it first.
        if (value is double.NaN || expected is double.NaN) return comparison == Comparison.NotEqual;
        var order = value.CompareTo(expected);
        return comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Greater => order > 0,
            Comparison.GreaterOrEqual => order >= 0,
            Comparison.Less => order < 0,
            _ => order <= 0,
        };
    }
}

internal sealed class CombinedLabelFilter(LabelFilter left, LabelFilter right, bool both) : LabelFilter
{
    public override bool IsSimple => false;

    public override IReadOnlyCollection<string> RequiredLabels { get; } = [.. left.RequiredLabels.Concat(right.RequiredLabels).Distinct()];

    public override bool Matches(LabelsBuilder labels)
    {
        var matches = left.Matches(labels);
        if (!both && matches) return true;
        // Also behind a left side that failed: a value that cannot be read must leave its error.
        return right.Matches(labels) && (!both || matches);
    }
}
