using System.Globalization;
using System.Text;

namespace RumPortal.IntegrationTests.Sandbox.Prometheus;

/// <summary>
/// What the recorded metrics do not have, over the same six hours: a histogram with a reset, a gauge with gaps, negative and special values at
/// uneven times, equal values, a series for joins, odd characters, very large and small numbers.
/// </summary>
internal static class OddMetrics
{
    private const long Start = 1_795_132_800;
    private const int Minutes = 360;

    public static string Text { get; } = Write();

    private static string Write()
    {
        var text = new StringBuilder();
        WriteHistogram(text);
        WriteTemperature(text);
        foreach (var (room, owner) in new[] { ("bath", "bob"), ("kitchen", "ann"), ("attic", "ann") }) WriteConstant(text, $$"""room_info{room="{{room}}",owner="{{owner}}"}""", "1");
        string[] values = ["3", "1", "3", "2", "2", "3", "1", "NaN", "2", "NaN", "5", "5"];
        for (var i = 0; i < values.Length; i++) WriteConstant(text, $$"""tie{g="{{i % 3}}",n="{{i:00}}"}""", values[i]);
        WriteConstant(text, """size{k="large"}""", "1e+22");
        WriteConstant(text, """size{k="small"}""", "1e-09");
        WriteConstant(text, """odd{u="<x>&",v="a\"b\\c\nd é世"}""", "1");
        return text.Append("# EOF\n").ToString();
    }

    private static void WriteHistogram(StringBuilder text)
    {
        string[] bounds = ["0.1", "0.25", "0.5", "1.0", "2.5", "+Inf"];
        foreach (var (path, pace) in new[] { ("/", 3), ("/cart", 7) })
            for (var bound = 0; bound < bounds.Length; bound++)
                for (var minute = 0; minute <= Minutes; minute++)
                {
                    // The server begins anew after 200 minutes.
                    var count = (minute < 200 ? minute : minute - 200) * pace * (bound + 1) / bounds.Length;
                    WriteLine(text, $$"""seconds_bucket{path="{{path}}",le="{{bounds[bound]}}"}""", count.ToString(CultureInfo.InvariantCulture), Start + (minute * 60));
                }
    }

    private static void WriteTemperature(StringBuilder text)
    {
        string[] special = ["NaN", "+Inf", "-Inf", "0"];
        var rooms = new[] { "bath", "kitchen", "attic" };
        for (var room = 0; room < rooms.Length; room++)
            for (var (i, second) = (0, 0.25 * room); second < Minutes * 60; i++, second += 15 + (i * 7 % 40))
            {
                if (room == 0 && second is > 7_000 and < 9_500) continue;
                var value = room == 2 && i % 11 == 0 ? special[i / 11 % 4] : ((i * 37 % 101 / 4.0) - 10).ToString(CultureInfo.InvariantCulture);
                WriteLine(text, $$"""temp{floor="{{room / 2}}",room="{{rooms[room]}}"}""", value, Start + second);
            }
    }

    private static void WriteConstant(StringBuilder text, string series, string value)
    {
        for (var minute = 0; minute <= Minutes; minute++) WriteLine(text, series, value, Start + (minute * 60));
    }

    private static void WriteLine(StringBuilder text, string series, string value, double second) =>
        text.Append(CultureInfo.InvariantCulture, $"{series} {value} {second}\n");
}
