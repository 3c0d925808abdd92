using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>What it would take to make a slice good.</summary>
/// <param name="PageViews">
/// How many more of its page views would have to be good for the percentile to be within the good limit: traffic times distance.
/// </param>
public sealed record Opportunity(LabelSet Labels, VitalSummary Summary, double PageViews);
