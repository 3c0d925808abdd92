namespace RumPortal.Domain.Vitals;

/// <summary>What could not be counted, by reason. A number that was built with rejected rows is too small and must say so.</summary>
/// <param name="BadCounts">Counts that are negative, infinite or no number.</param>
/// <param name="BadEdges">Edges that are no number, do not belong to the named scheme, or are beyond the bounds on edges and schemes.</param>
/// <param name="UnknownVitals">Names that are no current vital.</param>
/// <param name="OffGrid">Samples at times that were not asked for.</param>
public readonly record struct RejectedRows(int BadCounts, int BadEdges, int UnknownVitals, int OffGrid)
{
    public int Total => BadCounts + BadEdges + UnknownVitals + OffGrid;

    /// <summary>A sentence for the user; null when nothing was rejected.</summary>
    public string? Sentence
    {
        get
        {
            if (Total == 0) return null;
            var reasons = new[]
            {
                Reason(BadCounts, "without a usable count"), Reason(BadEdges, "without a usable bucket"),
                Reason(UnknownVitals, "of unknown vitals"), Reason(OffGrid, "at other times"),
            };
            return $"Not counted: {string.Join(", ", reasons.OfType<string>())}.";
        }
    }

    private static string? Reason(int rows, string what) => rows == 0 ? null : $"{rows} {(rows == 1 ? "row" : "rows")} {what}";
}
