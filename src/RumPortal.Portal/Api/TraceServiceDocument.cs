using System.Collections.Immutable;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Api;

/// <summary>A service's part in a trace.</summary>
/// <param name="Browser">Whether it is an app in a browser.</param>
/// <param name="ClockShiftMs">What correcting its clock adds to its times; 0 when it fits.</param>
public sealed record TraceServiceDocument(string Name, bool Browser, int Spans, int Errors, double ClockShiftMs)
{
    private const double NanosecondsPerMillisecond = 1e6;

    internal static TraceServiceDocument Of(TraceService service, ImmutableArray<ServiceShift> shifts) => new(
        service.Name, service.IsBrowser, service.Spans, service.Errors,
        service.IsBrowser ? 0 : shifts.FirstOrDefault(shift => shift.Service == service.Name).Largest / NanosecondsPerMillisecond);
}
