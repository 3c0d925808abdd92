using System.Collections.Immutable;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Traces;

/// <summary>Which traces are asked for.</summary>
/// <param name="App">Null for all apps of the viewer.</param>
public sealed record TraceSearchQuestion(TimeRange Range, string? App, string? Environment, ImmutableArray<string> Versions, TraceConditions Conditions)
{
    public static TraceSearchQuestion Of(ViewFilter filter, TimeRange range, TraceConditions conditions) =>
        new(range, filter.App, filter.Environment, [.. filter.Versions], conditions);

    /// <summary>The filter bar's conditions that no span can fulfil, because browsers put only app, version and session on spans; a sentence, or null.</summary>
    public static string? Unusable(ViewFilter filter)
    {
        var others = filter.Filters.Where(one => one is not { Key: ViewFilter.VersionKey, Operator: FilterOperator.Is }).Select(one => one.Key).Distinct(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? null : $"Spans do not carry {string.Join(", ", others)}: traces are not filtered by it.";
    }
}
