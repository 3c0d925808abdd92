using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>How a value changed against the compared period, as it is shown.</summary>
/// <param name="Text">Sign, size and unit, for example <c>+0.34 s</c>.</param>
/// <param name="Class"><c>worse</c>, <c>better</c>, or empty where chance or the width of the buckets may explain the change.</param>
public sealed record VitalDelta(string Text, string Class)
{
    /// <summary>The symbol before the text; the colour alone must not tell.</summary>
    public string Sign => Class switch { "worse" => "▲", "better" => "▼", _ => "≈" };

    /// <summary>Null when one of the two has too few samples to be compared.</summary>
    public static VitalDelta? Of(VitalDensity? now, VitalDensity? before, double percentile) =>
        now is null || before is null ? null : Of(VitalComparison.Of(before, now, percentile));

    /// <summary>Null when one of the two has too few samples to be compared.</summary>
    public static VitalDelta? Of(VitalComparison comparison)
    {
        if (comparison is { Verdict: ComparisonVerdict.TooFewSamples } or { Change: null }) return null;
        var change = comparison.Change.Value;
        return new VitalDelta((change < 0 ? "−" : "+") + VitalText.Of(comparison.Vital, Math.Abs(change)), comparison.Verdict switch
        {
            ComparisonVerdict.Worse => "worse",
            ComparisonVerdict.Better => "better",
            _ => "",
        });
    }
}
