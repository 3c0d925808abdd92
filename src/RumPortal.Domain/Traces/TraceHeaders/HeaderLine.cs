using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>A pasted line: a header with its name, or a value alone.</summary>
/// <param name="Name">Lower case; null when the line is a value alone.</param>
/// <param name="Value">Without spaces around.</param>
internal readonly record struct HeaderLine(string? Name, string Value)
{
    private static readonly ImmutableHashSet<string> Known = ImmutableHashSet.Create(
        StringComparer.Ordinal, "traceparent", "tracestate", "uber-trace-id", "b3", "x-b3-traceid", "x-b3-spanid", "x-b3-parentspanid", "x-b3-sampled", "x-b3-flags");

    /// <summary>Jaeger's value has colons too, so only known names count as names: others keep theirs and are told apart later.</summary>
    public static HeaderLine Of(string line)
    {
        var text = line.Trim();
        // As browsers copy them from a request ("traceparent: 00-...") and curl takes them (-H 'traceparent: 00-...').
        if (text.StartsWith("-H ", StringComparison.Ordinal)) text = text[3..].Trim();
        text = text.Trim('\'', '"', ',', ' ', '\\');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return new HeaderLine(null, text);
        var name = text[..colon].Trim().Trim('\'', '"').ToLowerInvariant();
        return Known.Contains(name) ? new HeaderLine(name, text[(colon + 1)..].Trim().Trim('\'', '"'))
            : name.Length > 0 && name.Any(character => !char.IsAsciiHexDigit(character)) ? new HeaderLine(name, text[(colon + 1)..].Trim())
            : new HeaderLine(null, text);
    }

    public bool IsKnown => Name is not null && Known.Contains(Name);
}
