using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RumPortal.Portal.Telemetry;

/// <summary>Names of the portal's own instruments.</summary>
public static class PortalTelemetry
{
    public const string Name = "RumPortal";

    public static readonly ActivitySource Source = new(Name);

    public static readonly Meter Meter = new(Name);
}
