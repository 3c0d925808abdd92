using System.Collections.Immutable;

namespace RumPortal.Portal.Components.Charts;

/// <summary>One axis. A time axis has positions of <see cref="ChartTime"/> and makes its own ticks.</summary>
/// <param name="From">The position at the left or lower end.</param>
/// <param name="To">The position at the other end.</param>
/// <param name="Ticks">Where the axis is labelled; not for time.</param>
/// <param name="IsTime">Whether positions are wall-clock times.</param>
/// <param name="CanZoom">Whether a range can be brushed.</param>
public sealed record ChartAxis(double From, double To, ImmutableArray<ChartTick> Ticks, bool IsTime = false, bool CanZoom = false)
{
    /// <summary>How the hover box names a time, in the notation of d3.</summary>
    public string HoverFormat { get; init; } = "%-d %b %H:%M";
}
