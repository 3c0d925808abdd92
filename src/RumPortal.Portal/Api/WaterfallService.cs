using System.Collections.Immutable;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Api;

/// <summary>A service in the legend of a waterfall.</summary>
/// <param name="Colour">1 to 8.</param>
/// <param name="Shift">Nanoseconds that correcting its clock adds; 0 when it is right.</param>
public sealed record WaterfallService(string Name, bool IsBrowser, int Colour, int Spans, int Errors, long Shift)
{
    internal static WaterfallService Of(TraceService service, ImmutableArray<ServiceShift> shifts) => new(
        service.Name, service.IsBrowser, service.Colour, service.Spans, service.Errors,
        service.IsBrowser ? 0 : shifts.FirstOrDefault(shift => shift.Service == service.Name).Largest);
}
