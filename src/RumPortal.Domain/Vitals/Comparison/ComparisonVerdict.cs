namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>What a comparison says beyond chance. A hint: it takes page views as independent, and those of one visitor are alike.</summary>
public enum ComparisonVerdict
{
    /// <summary>One side has fewer measurements than <see cref="SampleGuard.Least"/>.</summary>
    TooFewSamples,

    /// <summary>Chance alone may well do this.</summary>
    NoClearDifference,

    Better,

    Worse,

    /// <summary>Better for some visitors and worse for others, for example more good and more poor ones.</summary>
    Mixed,
}
