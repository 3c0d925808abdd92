using System.Globalization;
using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Sessions;

/// <summary>Composes log lines as the receiver writes them, with a time in seconds after <see cref="Start"/>.</summary>
internal static class FaroLines
{
    public const string Session = "k3VbN8qLwZ";

    public static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static string Line(double second, string body, string meta = "session_id=" + Session + " app_name=shop-web app_version=118 browser_name=Arc")
    {
        var time = Start.AddSeconds(second).ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture);
        return $"timestamp=\"{time} +0000 UTC\" {body} {meta} browser_mobile=false";
    }

    /// <summary>Parses lines, each with the second of its arrival.</summary>
    public static List<FaroRecord> Parse(IEnumerable<(string Line, double ArrivalSecond)> lines)
    {
        var buffer = new FaroRecordBuffer();
        return lines.Select(l => buffer.Add(Encoding.UTF8.GetBytes(l.Line), Nanoseconds(l.ArrivalSecond), LabelSet.Empty)).ToList();
    }

    public static FaroRecord Parse(string line, double arrivalSecond = 1) => Parse([(line, arrivalSecond)])[0];

    private static long Nanoseconds(double second) => (Start.AddSeconds(second) - DateTimeOffset.UnixEpoch).Ticks * 100;
}
