namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>The time a selector refers to when it is evaluated at another: fixed by <c>@</c>, moved by <c>offset</c>. Milliseconds.</summary>
internal readonly record struct ReferenceTime(long? Fixed, long Offset)
{
    public long At(long time) => (Fixed ?? time) - Offset;
}
