using System.Diagnostics;
using OpenTelemetry;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>Counts the sampled spans that ended.</summary>
internal sealed class FinishedSpans : BaseProcessor<Activity>
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public override void OnEnd(Activity data)
    {
        if (data.Recorded) Interlocked.Increment(ref _count);
    }
}
