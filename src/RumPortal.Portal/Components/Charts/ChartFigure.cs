using System.Collections.Immutable;

namespace RumPortal.Portal.Components.Charts;

/// <summary>
/// What a <see cref="PlotlyChart"/> shows, in terms of the page and not of the drawing library. Colours are names of tokens
/// (<c>--ch-1</c>), so that a figure fits both themes. All texts are plain.
/// </summary>
public sealed record ChartFigure
{
    public required ChartAxis X { get; init; }

    public required ChartAxis Y { get; init; }

    public required ImmutableArray<ChartTrace> Traces { get; init; }

    /// <summary>Horizontal bands behind the traces.</summary>
    public ImmutableArray<ChartBand> Bands { get; init; } = [];

    /// <summary>Dashed horizontal lines with a label at the right.</summary>
    public ImmutableArray<ChartLevel> Levels { get; init; } = [];

    /// <summary>Dashed vertical lines with a label at the top.</summary>
    public ImmutableArray<ChartMark> Marks { get; init; } = [];

    /// <summary>Pixels kept free for labels at the right.</summary>
    public int RightMargin { get; init; } = 74;
}
