using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Clients.Querying;

namespace RumPortal.Automation.Render;

/// <summary>The annotations of alerts on one vital: templates that Prometheus fills with the labels and the value of the alert.</summary>
internal sealed class VitalAlertTexts(VitalRuleRequest request, VitalAlertOptions options, string vital)
{
    private const string Environment = "{{ $labels.app_environment }}";

    private string Name => vital.ToUpperInvariant();

    /// <param name="change">What has happened to the p75.</param>
    /// <param name="threshold">In the vital's unit.</param>
    public ImmutableSortedDictionary<string, string> Annotations(string change, double threshold)
    {
        var texts = ImmutableSortedDictionary<string, string>.Empty
            .Add("summary", $"{Name} of {AlertText.Literal(request.App)} ({Environment}) {change}")
            .Add("description", Description(threshold));
        return request.Portal is { } portal ? texts.Add("link", Link(portal)) : texts;
    }

    private string Description(double threshold)
    {
        var points = (options.Growth * 100).ToString("0.##", CultureInfo.InvariantCulture);
        return $"{{{{ $value | humanizePercentage }}}} of the {Name} values of the last {Span(options.Window)} are above {Limit(threshold)}. "
            + $"p75 stays within it as long as no more than 25% are. {Span(options.Baseline)} earlier the share was smaller by more than {points} points.";
    }

    /// <summary>The page of exactly this slice. What the template puts in is escaped by the template.</summary>
    private string Link(Uri portal) =>
        $"{AlertText.Literal(portal.GetLeftPart(UriPartial.Path).TrimEnd('/'))}/vitals?app={Uri.EscapeDataString(request.App)}&environment={{{{ $labels.app_environment | urlquery }}}}&vital={vital}";

    private string Limit(double threshold) =>
        vital == "cls" ? threshold.ToString(CultureInfo.InvariantCulture) : threshold.ToString(CultureInfo.InvariantCulture) + " ms";

    private static string Span(TimeSpan span) => span.Ticks % TimeSpan.TicksPerDay == 0 ? $"{span.Days}d" : QueryDuration.Format(span);
}
