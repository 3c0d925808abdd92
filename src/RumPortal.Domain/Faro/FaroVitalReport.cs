using System.Collections.Immutable;

namespace RumPortal.Domain.Faro;

/// <summary>
/// One report of a web vital with what the browser says about its cause: the material of "why". Every part may be missing: SDKs before 2.0
/// can leave attribution off, and each vital has parts of its own.
/// </summary>
/// <remarks>
/// <code>
/// lcp  element_render_delay=310.7 resource_load_delay=402.1 resource_load_duration=1288.5 time_to_first_byte=611.1 context_element=main>img
/// cls  largest_shift_time=812.1 largest_shift_value=0.031 context_largest_shift_target=div.banner context_load_state=complete
/// inp  input_delay=3 processing_duration=190 presentation_delay=24 context_interaction_target=button#buy context_interaction_type=pointer
///      longest_script_intersecting_duration=171 context_longest_script_subpart=processing-duration (SDK 2.10)
/// </code>
/// </remarks>
/// <param name="Vital">Name, value, id and rating.</param>
/// <param name="Time">When the browser reported it; when it arrived, where the line does not say.</param>
/// <param name="SessionId">The session, where the line names one.</param>
/// <param name="PageId">The route, where the app sets it.</param>
/// <param name="PageUrl">The address at the moment of the report, which for CLS and INP may be that of a later view.</param>
/// <param name="Target">The element, as a selector: the painted one of LCP, the shifted one of CLS, the one used of INP.</param>
/// <param name="LoadState">How far the document was loaded: <c>loading</c>, <c>dom-interactive</c>, <c>complete</c>...</param>
/// <param name="InteractionType"><c>pointer</c> or <c>keyboard</c>; of INP.</param>
/// <param name="ResourceUrl">What was loaded for the element of LCP, where the app lets the SDK tell.</param>
/// <param name="LargestShift">The score of the biggest single shift; of CLS.</param>
/// <param name="Parts">The sub-parts of a time in their order, milliseconds; empty where the SDK does not tell any.</param>
/// <param name="Script">The longest script during the interaction; of INP since SDK 2.10.</param>
public sealed record FaroVitalReport(
    FaroWebVital Vital,
    DateTimeOffset Time,
    string? SessionId,
    string? PageId,
    string? PageUrl,
    string? Target,
    string? LoadState,
    string? InteractionType,
    string? ResourceUrl,
    double? LargestShift,
    ImmutableArray<FaroVitalPart> Parts,
    FaroLongScript? Script)
{
    private static readonly string[] NoParts = [];
    private static readonly string[] LcpParts = ["time_to_first_byte", "resource_load_delay", "resource_load_duration", "element_render_delay"];
    private static readonly string[] InpParts = ["input_delay", "processing_duration", "presentation_delay"];
    private static readonly string[] FcpParts = ["time_to_first_byte", "first_byte_to_fcp"];

    private static readonly string[] TtfbParts =
        ["waiting_duration", "cache_duration", "dns_duration", "connection_duration", "request_duration"];

    /// <summary>The report in a record, or null when it reports no vital.</summary>
    public static FaroVitalReport? Of(FaroRecord record)
    {
        if (FaroWebVital.Of(record) is not { } vital) return null;
        return new FaroVitalReport(
            vital,
            record.ItemTime ?? record.ArrivalTime,
            record.Meta.SessionId,
            record.Meta.PageId,
            record.Meta.PageUrl,
            TargetKey(vital.Name) is { } key ? record.SharedText(key) : null,
            record.SharedText("context_load_state"),
            record.SharedText("context_interaction_type"),
            record.SharedText("context_resource_url"),
            Number(record, "largest_shift_value"),
            PartsOf(record, vital.Name),
            FaroLongScript.Of(record));
    }

    /// <summary>
    /// The last report of each vital of each page view, in the order given: a later one under the same id replaces those before. Reports
    /// without an id all stay.
    /// </summary>
    public static ImmutableArray<FaroVitalReport> LastOfEach(IEnumerable<FaroVitalReport> reports)
    {
        var all = reports.ToList();
        var last = new Dictionary<(string? Session, string Id, string Vital), FaroVitalReport>();
        foreach (var report in all)
            if (KeyOf(report) is { } key && (!last.TryGetValue(key, out var other) || report.Time >= other.Time)) last[key] = report;
        return [.. all.Where(report => KeyOf(report) is not { } key || ReferenceEquals(last[key], report))];
    }

    private static (string? Session, string Id, string Vital)? KeyOf(FaroVitalReport report) =>
        report.Vital.Id is { } id ? (report.SessionId, id, report.Vital.Name) : null;

    private static string? TargetKey(string vital) => vital switch
    {
        "lcp" => "context_element",
        "cls" => "context_largest_shift_target",
        "inp" => "context_interaction_target",
        _ => null,
    };

    // The SDK leaves out parts that took no time.
    private static ImmutableArray<FaroVitalPart> PartsOf(FaroRecord record, string vital)
    {
        var names = vital switch { "lcp" => LcpParts, "inp" => InpParts, "fcp" => FcpParts, "ttfb" => TtfbParts, _ => NoParts };
        var parts = names.Select(name => (Name: name, Milliseconds: Number(record, name))).ToList();
        return parts.All(part => part.Milliseconds is null)
            ? []
            : [.. parts.Select(part => new FaroVitalPart(part.Name, part.Milliseconds ?? 0))];
    }

    private static double? Number(FaroRecord record, string key) =>
        record.TryGetNumber(key, out var number) && number >= 0 ? number : null;
}
