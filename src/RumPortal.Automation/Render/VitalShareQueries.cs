using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals;

namespace RumPortal.Automation.Render;

/// <summary>How many values of a vital there were in a window, and which share of them lay beyond a threshold: by app and environment, out of one recorded set.</summary>
internal sealed class VitalShareQueries(VitalRuleRequest request, BudgetedSet set, string vital, TimeSpan window)
{
    private readonly SeriesSelector _series = RecordedVitals.Select(new FaroScope(request.Labels, [request.App]), RecordedTier.FiveMinutes).With(
        LabelMatcher.Is(RecordedSet.NameLabel, RecordedSet.NameOf(set.Set.Dimensions.Select(dimension => new LabelName(dimension)))),
        LabelMatcher.Is(DensityLabels.Scheme, BucketScheme.Current.Name),
        LabelMatcher.Is(DensityLabels.Vital, vital));

    /// <param name="ago">How far back the window ends.</param>
    public PromQuery All(TimeSpan ago = default) => Sum(_series, ago);

    /// <summary>The share beyond a threshold that is an edge of the buckets; no value where nothing lies beyond it.</summary>
    public PromQuery Beyond(double threshold, TimeSpan ago = default) =>
        new PromQuery.Binary(Sum(_series.With(LabelMatcher.IsAnyOf(DensityLabels.Edge, EdgesBeyond(threshold))), ago), BinaryOperator.Divide, All(ago));

    /// <summary>The same share, zero where there were values but none beyond the threshold.</summary>
    public PromQuery BeyondOrZero(double threshold, TimeSpan ago) => new PromQuery.Binary(
        Beyond(threshold, ago), BinaryOperator.Or, new PromQuery.Binary(new PromQuery.Scalar(0), BinaryOperator.Multiply, All(ago)));

    private PromQuery Sum(SeriesSelector series, TimeSpan ago) =>
        new PromQuery.OverTime(RangeFunction.SumOverTime, series, window - TimeSpan.FromMilliseconds(1), ago).SumBy(FaroFields.AppName, FaroFields.AppEnvironment);

    private ImmutableArray<string> EdgesBeyond(double threshold) =>
        [.. BucketScheme.Current.Bounds[vital].Where(edge => edge > threshold).Append(double.PositiveInfinity).Select(BucketEdge.Text)];
}
