using System.Collections.Frozen;

namespace RumPortal.Portal.Components.Icons;

/// <summary>The portal's own stroke icons on a 16 px grid. One path each, so that an icon is one element.</summary>
public static class IconPaths
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["apps"] = "M3 2h3a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM10 2h3a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM3 9h3a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1zM10 9h3a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1z",
        ["sessions"] = "M3 2.8h10a1.2 1.2 0 0 1 1.2 1.2v6.2a1.2 1.2 0 0 1-1.2 1.2H3a1.2 1.2 0 0 1-1.2-1.2V4A1.2 1.2 0 0 1 3 2.8zM6.7 5.2v3.9l3.2-2zM5 13.8h6",
        ["admin"] = "M10.2 8a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4",
        ["theme"] = "M13.5 9.6A5.8 5.8 0 1 1 6.6 2.4a4.6 4.6 0 0 0 6.9 7.2z",
        ["person"] = "M10.7 5.3a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM2.8 14c.6-3 2.6-4.4 5.2-4.4s4.6 1.4 5.2 4.4",
        ["menu"] = "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
        ["down"] = "M4 6l4 4 4-4",
        ["left"] = "M10 4l-4 4 4 4",
        ["right"] = "M6 4l4 4-4 4",
        ["close"] = "M4 4l8 8M12 4l-8 8",
        ["plus"] = "M8 3v10M3 8h10",
        ["check"] = "M3.5 8.5l3 3 6-7",
        ["clock"] = "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.5V8l2.5 1.7",
        ["refresh"] = "M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.8V5h-3.2",
        ["filter"] = "M2.5 3.5h11L9.5 8.5v4l-3-1.5V8.5z",
        ["search"] = "M11.5 7A4.5 4.5 0 1 1 2.5 7a4.5 4.5 0 0 1 9 0zM10.3 10.3L14 14",
        ["code"] = "M5.5 4L2 8l3.5 4M10.5 4L14 8l-3.5 4",
        ["warning"] = "M8 2.2l6.2 11H1.8zM8 6.5v3M8 11.4v.2",
        ["info"] = "M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM8 7.3v3.9M8 4.9v.2",
        ["lock"] = "M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
        ["link"] = "M6.8 9.2a2.7 2.7 0 0 0 3.9 0l2-2a2.75 2.75 0 0 0-3.9-3.9l-.8.8M9.2 6.8a2.7 2.7 0 0 0-3.9 0l-2 2a2.75 2.75 0 0 0 3.9 3.9l.8-.8",
        ["trace"] = "M2.5 3.5h6M5 8h7M8 12.5h5.5M2.5 3.5v4.5H5M5 8v4.5h3",
        ["propagation"] = "M5.3 8a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0zM14.5 3.6a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0zM14.5 12.4a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0zM5.1 7.2l5.7-2.8M5.1 8.8l5.7 2.8",
        ["page-view"] = "M2.5 8h10M9 4.5L12.5 8 9 11.5",
        ["navigation"] = "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 8l2.6-2.2M8 4v.5",
        ["action"] = "M5.5 5.5l7.5 3-3.2 1.3L8.5 13zM4 1.8v1.6M1.8 4h1.6",
        ["event"] = "M8 2.5L13.5 8 8 13.5 2.5 8z",
        ["log"] = "M3 4h10M3 8h10M3 12h6",
        ["error"] = "M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3zM8 5v3.6M8 10.8v.2",
        ["vital"] = "M1.5 9h3l2-5.5 3.2 9L12 7.5h2.5",
        ["request"] = "M4.5 2.5v10M2 10l2.5 2.7L7 10M11.5 13.5v-10M9 6l2.5-2.7L14 6",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string name) => Paths[name];
}
