namespace RumPortal.Domain.Faro;

/// <summary>
/// One report of a web vital, from a measurement with <c>type=web-vitals</c>. A page may report a vital several times; the last report of
/// an
/// <paramref name="Id"/> counts.
/// </summary>
/// <param name="Name"><c>lcp</c>, <c>inp</c>, <c>cls</c>, <c>fcp</c> or <c>ttfb</c>; <c>fid</c> in old lines.</param>
/// <param name="Value">Milliseconds, for <c>cls</c> without unit; finite and not negative.</param>
/// <param name="Id">Names the vital of one page view across its reports.</param>
/// <param name="ReportedRating"><c>good</c>, <c>needs-improvement</c> or <c>poor</c> as the browser says; SDKs before 2.0 may not
/// say.</param>
/// <param name="NavigationType"><c>navigate</c>, <c>reload</c>, <c>back-forward</c>...</param>
/// <param name="NavigationId">Joins the vital to the page load that it belongs to.</param>
public sealed record FaroWebVital(
    string Name,
    double Value,
    string? Id,
    string? ReportedRating,
    string? NavigationType,
    string? NavigationId)
{
    private static readonly string[] Names = ["lcp", "inp", "cls", "fcp", "ttfb", "fid"];

    /// <summary>The vital of a record, or null when it reports none, or one that is no usable number.</summary>
    public static FaroWebVital? Of(FaroRecord record)
    {
        if (record.Kind != FaroKind.Measurement || !record.TryGet("type"u8, out var type) || !type.Is("web-vitals"u8)) return null;
        foreach (var name in Names)
        {
            if (!record.TryGetNumber(name, out var value) || value < 0) continue;
            return new FaroWebVital(
                name,
                value,
                record.Text("context_id"),
                record.SharedText(FaroFields.ContextRating),
                record.SharedText("context_navigation_type"),
                record.SharedText("context_navigation_entry_id"));
        }
        return null;
    }
}
