using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Vitals.Attribution;

/// <summary>Reports of vitals as they are read from lines.</summary>
internal static class ReportSamples
{
    public static FaroVitalReport Of(
        string vital, double value, string? target = null, string? session = FaroLines.Session, FaroLongScript? script = null, params ImmutableArray<(string Name, double Milliseconds)> parts) =>
        new(
            new FaroWebVital(vital, value, null, null, null, null), FaroLines.Start, session, "/cart", "https://shop.test/cart?x=1", target, null, null, null, null,
            [.. parts.Select(part => new FaroVitalPart(part.Name, part.Milliseconds))], script);

    public static FaroLongScript Script(double? milliseconds, string? source = null, string? invoker = null, string? type = null) =>
        new(milliseconds, null, type, invoker, source, null);
}
