using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Domain.Querying;

/// <summary>The two ends of a range as chosen, still relative where the user chose so ("last 24 hours" moves with the clock).</summary>
public readonly record struct TimeSelection(TimeExpression From, TimeExpression To)
{
    /// <summary>The longest range that a page or an API call may ask for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    /// <summary>"Last so many hours", the form of the presets.</summary>
    public static TimeSelection Last(string ago) =>
        TimeExpression.TryParse($"now-{ago}", out var from) ? new(from, TimeExpression.Now) : throw new ArgumentException($"'{ago}' is not like 6h.", nameof(ago));

    public bool IsRelative => From.IsRelative && To == TimeExpression.Now;

    public static TimeSelection Between(TimeRange range) => new(TimeExpression.At(range.From), TimeExpression.At(range.To));

    /// <summary>The range at this moment.</summary>
    /// <param name="now">The clock of the reader, UTC.</param>
    /// <param name="range">The range when the answer is true.</param>
    /// <param name="fault">A sentence for the user when it is false.</param>
    public bool TryResolve(DateTimeOffset now, out TimeRange range, [NotNullWhen(false)] out string? fault)
    {
        range = default;
        var (from, to) = (From.Resolve(now), To.Resolve(now));
        fault = to <= from ? $"The end of the range ({To}) must be after its start ({From})."
            : to - from > Longest ? $"The range is longer than {Longest.TotalDays:0} days."
            : null;
        if (fault is not null) return false;
        range = new TimeRange(from, to);
        return true;
    }
}
