using System.Collections.Immutable;
using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>The lanes of a timeline, in the order in which they are drawn.</summary>
public static class TimelineLanes
{
    public static IReadOnlyList<FaroCategory> All { get; } =
    [
        FaroCategory.PageView, FaroCategory.Navigation, FaroCategory.Action, FaroCategory.Request,
        FaroCategory.Error, FaroCategory.Vital, FaroCategory.Log, FaroCategory.Event,
    ];

    /// <summary>What the visitor did and what went wrong, without the machinery behind it.</summary>
    public static ImmutableHashSet<FaroCategory> Story { get; } = [FaroCategory.PageView, FaroCategory.Action, FaroCategory.Error];

    /// <summary>
    /// The lane of a record. The timing of a document's load stands for the page view itself, its lane is <see cref="FaroCategory.PageView"/>;
    /// the timeline makes a second event of it for <see cref="FaroCategory.Navigation"/>. The life of a recording is an event like others.
    /// </summary>
    public static FaroCategory Of(FaroRecord record) => FaroCategories.Of(record) switch
    {
        FaroCategory.Navigation => FaroCategory.PageView,
        FaroCategory.Recording => FaroCategory.Event,
        var category => category,
    };
}
