using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>What a <see cref="LabelFilter"/> asks.</summary>
public abstract record LabelCondition
{
    private LabelCondition()
    {
    }

    public LabelCondition And(LabelCondition other) => new Both(this, other);

    public LabelCondition Or(LabelCondition other) => new Either(this, other);

    /// <summary>A comparison of text; a label that is not there counts as empty.</summary>
    public sealed record Matches(LabelMatcher Matcher) : LabelCondition;

    /// <summary>
    /// A comparison of numbers; a line without the label does not pass, one whose value is no number passes with <c>__error__</c>.
    /// </summary>
    public sealed record Compares(LabelName Name, NumberComparison Comparison, double Number) : LabelCondition;

    public sealed record Both(LabelCondition Left, LabelCondition Right) : LabelCondition;

    public sealed record Either(LabelCondition Left, LabelCondition Right) : LabelCondition;
}
