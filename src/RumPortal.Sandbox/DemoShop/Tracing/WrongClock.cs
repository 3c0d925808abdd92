using System.Diagnostics;
using OpenTelemetry;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>Shifts the spans of a service as a host whose clock is off would: the times are wrong, the durations right.</summary>
internal sealed class WrongClock(TimeSpan offset) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        var (start, duration) = (data.StartTimeUtc + offset, data.Duration);
        data.SetStartTime(start);
        data.SetEndTime(start + duration);
    }
}
