using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.Store;

/// <summary>What names may look like, and the label that holds a metric's name.</summary>
public static class MetricNames
{
    public const string Label = "__name__";

    private static readonly string[] LabelOnly = [Label];

    /// <summary>Letters, digits, underscores and colons, no digit first.</summary>
    public static bool IsMetricName(ReadOnlySpan<char> text) => IsName(text, colons: true);

    /// <summary>Letters, digits and underscores, no digit first.</summary>
    public static bool IsLabelName(ReadOnlySpan<char> text) => IsName(text, colons: false);

    public static LabelSet WithoutName(this LabelSet labels) => labels.Contains(Label) ? labels.Without(LabelOnly) : labels;

    private static bool IsName(ReadOnlySpan<char> text, bool colons)
    {
        if (text.IsEmpty || char.IsAsciiDigit(text[0])) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c != '_' && !(colons && c == ':')) return false;
        return true;
    }
}
