using System.Collections.Frozen;

namespace RumPortal.Domain.Faro;

/// <summary>How a record's category is found, and the word that queries, API and pages use for it.</summary>
public static class FaroCategories
{
    /// <summary>Events whose whole name decides.</summary>
    public static IReadOnlyDictionary<string, FaroCategory> ByEventName { get; } = new Dictionary<string, FaroCategory>
    {
        [FaroEventNames.ViewChanged] = FaroCategory.PageView,
        [FaroEventNames.RouteChange] = FaroCategory.PageView,
        [FaroEventNames.SoftNavigation] = FaroCategory.PageView,
        [FaroEventNames.NavigationTiming] = FaroCategory.Navigation,
        [FaroEventNames.UserAction] = FaroCategory.Action,
        [FaroEventNames.ResourceTiming] = FaroCategory.Request,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Events whose name's beginning decides.</summary>
    public static IReadOnlyList<KeyValuePair<string, FaroCategory>> ByEventPrefix { get; } =
    [
        new(FaroEventNames.TracingPrefix, FaroCategory.Request),
        new(FaroEventNames.RecordingPrefix, FaroCategory.Recording),
    ];

    public static FaroCategory Of(FaroRecord record) => record.Kind switch
    {
        FaroKind.Exception => FaroCategory.Error,
        FaroKind.Measurement => record.TryGet("type"u8, out var type) && type.Is("web-vitals"u8) ? FaroCategory.Vital : FaroCategory.Event,
        FaroKind.Event => OfEvent(record.SharedText(FaroFields.EventName) ?? ""),
        _ => FaroCategory.Log,
    };

    /// <summary>The word for a category: <c>page-view</c>, <c>navigation</c>, <c>event</c>...</summary>
    public static string Word(FaroCategory category) => category switch
    {
        FaroCategory.PageView => "page-view",
        FaroCategory.Navigation => "navigation",
        FaroCategory.Action => "action",
        FaroCategory.Log => "log",
        FaroCategory.Error => "error",
        FaroCategory.Vital => "vital",
        FaroCategory.Request => "request",
        FaroCategory.Recording => "recording",
        _ => "event",
    };

    /// <summary>The category of a word, or null.</summary>
    public static FaroCategory? Parse(string? word)
    {
        foreach (var category in Enum.GetValues<FaroCategory>())
            if (string.Equals(Word(category), word, StringComparison.Ordinal)) return category;
        return null;
    }

    private static FaroCategory OfEvent(string name)
    {
        if (ByEventName.TryGetValue(name, out var category)) return category;
        foreach (var (prefix, ofPrefix) in ByEventPrefix)
            if (name.StartsWith(prefix, StringComparison.Ordinal)) return ofPrefix;
        return FaroCategory.Event;
    }
}
