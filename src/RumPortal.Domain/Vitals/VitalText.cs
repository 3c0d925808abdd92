using System.Globalization;

namespace RumPortal.Domain.Vitals;

/// <summary>Values of vitals with their unit, in the same form everywhere.</summary>
public static class VitalText
{
    /// <summary>LCP and FCP <c>2.62 s</c> (<c>740 ms</c> below a second), TTFB alike, INP <c>184 ms</c>, CLS <c>0.08</c>.</summary>
    public static string Of(string vital, double value) => vital switch
    {
        "cls" => value.ToString(value < 0.1 ? "0.###" : "0.##", CultureInfo.InvariantCulture),
        "inp" => string.Create(CultureInfo.InvariantCulture, $"{value:0} ms"),
        _ => value < 999.5 ? string.Create(CultureInfo.InvariantCulture, $"{value:0} ms") : string.Create(CultureInfo.InvariantCulture, $"{value / 1000:0.00} s"),
    };

    /// <summary>An edge or a tick, as short as it is exact: <c>2.5 s</c>, <c>800 ms</c>, <c>0.25</c>.</summary>
    public static string Edge(string vital, double value) => vital switch
    {
        "cls" => value.ToString("0.####", CultureInfo.InvariantCulture),
        "inp" => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} ms"),
        _ => value < 1000 ? string.Create(CultureInfo.InvariantCulture, $"{value:0.##} ms") : string.Create(CultureInfo.InvariantCulture, $"{value / 1000:0.###} s"),
    };
}
