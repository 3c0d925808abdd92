namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>What <c>offset</c> and <c>@</c> make of the evaluation time, in milliseconds.</summary>
public sealed record TimeShift(long? Offset = null, AtModifier? At = null)
{
    public static TimeShift None { get; } = new();
}
