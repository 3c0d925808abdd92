using System.Globalization;

namespace RumPortal.Domain.Vitals;

/// <summary>
/// The text form of a bucket's upper edge, as the label <c>le</c> and the API carry it: the shortest invariant form of the number
/// (<c>2500</c>, <c>0.1</c>), <c>+Inf</c> for the overflow bucket.
/// </summary>
public static class BucketEdge
{
    public static string Text(double edge) => double.IsPositiveInfinity(edge) ? "+Inf" : edge.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Reads an edge; texts that are no number, and negative ones, which no vital has, are refused.</summary>
    public static bool TryParse(string? text, out double edge)
    {
        edge = double.PositiveInfinity;
        if (text is "+Inf" or "Inf") return true;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out edge) || !double.IsFinite(edge) || edge < 0) return false;
        // Negative zero would print as another edge than zero.
        edge += 0.0;
        return true;
    }
}
