namespace RumPortal.Sandbox.Visitors;

/// <summary>How many visitors come, and which.</summary>
public sealed record VisitorOptions
{
    /// <summary>Equal seeds (with equal <see cref="Anchor"/> and density) give equal visitors.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// The moment from which the story is told backwards: releases and incidents lie hours and days before it. Usually the start of the
    /// sandbox.
    /// </summary>
    public required DateTimeOffset Anchor { get; init; }

    /// <summary>Log lines that an average weekday leaves in Loki.</summary>
    public int LinesPerDay { get; init; } = 120_000;
}
