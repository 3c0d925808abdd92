using System.Collections.Immutable;

namespace RumPortal.Portal.Components.Charts;

/// <summary>One line, row of bars, or cloud of points. The arrays are as long as each other.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Name">What the table calls its column.</param>
/// <param name="X">Positions, ascending for lines.</param>
/// <param name="Y">Values; null leaves a gap.</param>
/// <param name="Text">What the hover box says for each position, unit included.</param>
/// <param name="Colors">One token for all, or one for each position.</param>
public sealed record ChartTrace(
    ChartTraceKind Kind, string Name, ImmutableArray<double> X, ImmutableArray<double?> Y, ImmutableArray<string> Text, ImmutableArray<string> Colors)
{
    /// <summary>Of points.</summary>
    public ChartSymbol Symbol { get; init; } = ChartSymbol.Circle;

    public ChartDash Dash { get; init; } = ChartDash.Solid;

    /// <summary>Thin and pale: context for the main line.</summary>
    public bool IsFaint { get; init; }

    /// <summary>Drawn below the others on a scale of its own.</summary>
    public bool IsVolume { get; init; }

    /// <summary>Written at the right end of the line; null for none.</summary>
    public string? EndLabel { get; init; }
}
