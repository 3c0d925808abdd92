using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Samples;

/// <summary>The values of one series, oldest first.</summary>
public sealed record Series(LabelSet Labels, IReadOnlyList<Point> Points);
