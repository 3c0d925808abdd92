using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>Reads <c>traceparent</c> and <c>tracestate</c> as W3C Trace Context level 1 defines them, with what level 2 adds to the flags.</summary>
/// <remarks>
/// <code>
/// traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01      version-trace id-span id-flags
/// tracestate: rojo=00f067aa0ba902b7,congo=t61rcWkgMzE                       up to 32 members, the newest first
/// </code>
/// </remarks>
internal static class TraceParentReader
{
    private const int MostMembers = 32, LongestState = 512;

    public static DecodedHeaders Read(string? parent, string? state)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var (fields, context) = parent is null ? ([], null) : Parent(parent, faults);
        if (parent is null) faults.Add("tracestate alone says nothing: receivers ignore it without traceparent.");
        return new DecodedHeaders(TraceHeaderFormat.W3C, [.. fields, .. state is null ? [] : State(state)], context, faults.ToImmutable());
    }

    private static (ImmutableArray<DecodedField> Fields, TraceContext? Context) Parent(string text, ImmutableArray<string>.Builder faults)
    {
        var parts = text.Split('-');
        if (parts.Length < 4)
        {
            faults.Add($"traceparent has four parts with dashes between, this one {parts.Length}.");
            return ([new DecodedField("traceparent", text)], null);
        }
        var version = Version(parts);
        if (parts.Length > 4 && parts[0] == "00") faults.Add("Version 00 has four parts and nothing behind them; receivers ignore the header.");
        ImmutableArray<DecodedField> fields =
        [
            version,
            new("trace id", parts[1], null, HexId.FaultOf(parts[1], [TraceId.Digits], isLowerOnly: true)),
            new("span id", parts[2], null, HexId.FaultOf(parts[2], [SpanId.Digits], isLowerOnly: true)),
            Flags(parts[3]),
        ];
        var isUsable = faults.Count == 0 && fields.All(field => field.Fault is null);
        return (fields, isUsable && HexId.Trace(parts[1]) is { } trace && HexId.Span(parts[2]) is { } span
            ? new TraceContext(trace, span, (byte.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 1) == 1) : null);
    }

    private static DecodedField Version(string[] parts) => parts[0] switch
    {
        "00" => new("version", "00", "the version of today"),
        "ff" => new("version", "ff", null, "Version ff is not allowed."),
        { Length: 2 } other when other.All(character => char.IsAsciiHexDigitLower(character)) => new("version", other, "a later version; receivers read it as if it were 00"),
        var wrong => new("version", wrong, null, "Two lower-case hex digits are needed."),
    };

    private static DecodedField Flags(string text)
    {
        if (text.Length != 2 || !text.All(char.IsAsciiHexDigitLower)) return new("flags", text, null, "Two lower-case hex digits are needed.");
        var flags = byte.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var sampled = (flags & 1) == 1 ? "sampled: the caller keeps its part" : "not sampled: receivers that follow their caller drop their part";
        return new("flags", text, (flags & 2) == 2 ? $"{sampled}; the trace id is random" : sampled);
    }

    private static List<DecodedField> State(string text)
    {
        var members = text.Split(',').Select(member => member.Trim()).Where(member => member.Length > 0).ToList();
        var fields = new List<DecodedField>();
        if (members.Count > MostMembers) fields.Add(new("tracestate", $"{members.Count} members", null, $"More than {MostMembers} members: receivers drop all of them."));
        else if (text.Length > LongestState) fields.Add(new("tracestate", $"{text.Length} characters", null, $"Receivers have to pass on {LongestState} characters; of longer ones parts may be lost."));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        fields.AddRange(members.Take(MostMembers).Select(member => Member(member, keys)));
        return fields;
    }

    private static DecodedField Member(string member, HashSet<string> keys)
    {
        var equals = member.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return new DecodedField("tracestate", member, null, "A member has the form key=value.");
        var key = member[..equals];
        return new DecodedField("tracestate", member, $"of {key}", keys.Add(key) ? FaultOfKey(key) : $"The key {key} occurs twice; receivers drop the header.");
    }

    private static string? FaultOfKey(string key) =>
        key.Length <= 256 && key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '_' or '-' or '*' or '/' or '@')
            ? null : "A key has lower-case letters, digits, _ - * / and @ only.";
}
