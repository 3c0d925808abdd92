using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Samples;

/// <summary>One value of one series.</summary>
public readonly record struct Sample(LabelSet Labels, double Value);
