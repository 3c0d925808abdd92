using System.Globalization;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>
/// The parameters <c>start</c> and <c>end</c> of searches: whole seconds, both or neither. Without them Tempo looks at what is not yet in
/// blocks, which here is everything.
/// </summary>
/// <param name="From">Unix nanoseconds.</param>
/// <param name="To">Unix nanoseconds.</param>
internal readonly record struct SearchRange(ulong From, ulong To)
{
    private const ulong Second = GoDuration.Second;

    public static readonly SearchRange Everything = new(0, ulong.MaxValue);

    /// <param name="query">The URL's parameters.</param>
    /// <param name="longest">The limit of a search, none when null.</param>
    /// <exception cref="BadRequestException">In Tempo's words.</exception>
    public static SearchRange Read(IQueryCollection query, TimeSpan? longest = null)
    {
        var (start, end) = (Seconds(query, "start"), Seconds(query, "end"));
        if (start == 0 && end == 0) return Everything;
        var received = string.Create(CultureInfo.InvariantCulture, $"received start={start} end={end}");
        if (start == 0) throw new BadRequestException($"please provide positive values for http parameters start and end. {received}");
        if (end <= start) throw new BadRequestException($"http parameter start must be before end. {received}");
        if (longest is { } most && end - start > most.TotalSeconds)
            throw new BadRequestException($"range specified by start and end exceeds {GoDuration.FormatGo(most.Ticks * TimeSpan.NanosecondsPerTick)}. {received}");
        return new(start * Second, end * Second);
    }

    private static uint Seconds(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0) return 0;
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return seconds;
        var reason = text.All(char.IsAsciiDigit) ? "value out of range" : "invalid syntax";
        throw new BadRequestException($"invalid {name}: strconv.ParseUint: parsing {GoQuote.Quote(text)}: {reason}");
    }
}
