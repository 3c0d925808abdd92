using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>Header lines as somebody pasted them, decoded.</summary>
/// <param name="Decoded">By format; empty when nothing of a trace was found.</param>
/// <param name="Remarks">Lines that were not understood, and disagreements, as sentences.</param>
public sealed record PastedHeaders(ImmutableArray<DecodedHeaders> Decoded, ImmutableArray<string> Remarks)
{
    /// <summary>More is no header.</summary>
    public const int Longest = 8192;

    private const int MostLines = 64, LongestShown = 60;

    /// <summary>What is carried; of several formats the first in the order of <see cref="TraceHeaderFormat"/> that can be used.</summary>
    public TraceContext? Context => Decoded.Select(one => one.Context).FirstOrDefault(context => context is not null);

    public static PastedHeaders Read(string? text)
    {
        var remarks = ImmutableArray.CreateBuilder<string>();
        text ??= "";
        if (text.Length > Longest)
        {
            remarks.Add($"Only the first {Longest} characters are read.");
            text = text[..Longest];
        }
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0).Take(MostLines).Select(HeaderLine.Of)) Take(line, values, remarks);
        var decoded = Decode(values);
        if (decoded.Select(one => one.Context?.TraceId).OfType<TraceId>().Distinct().Count() > 1)
            remarks.Add("The formats name different traces: which one a receiver continues depends on the order of its propagators.");
        return new PastedHeaders(decoded, remarks.ToImmutable());
    }

    private static void Take(HeaderLine line, Dictionary<string, string> values, ImmutableArray<string>.Builder remarks)
    {
        var name = line.IsKnown ? line.Name : line.Name is null ? NameOf(line.Value) : null;
        if (name is null) remarks.Add(line.Name is { } other ? $"'{Shorten(other)}' carries no trace and was left out." : $"'{Shorten(line.Value)}' looks like no header of a trace.");
        else if (!values.TryAdd(name, line.Value)) remarks.Add($"{name} was pasted more than once; the first one counts.");
    }

    private static ImmutableArray<DecodedHeaders> Decode(Dictionary<string, string> values)
    {
        var decoded = ImmutableArray.CreateBuilder<DecodedHeaders>();
        var (parent, state) = (values.GetValueOrDefault("traceparent"), values.GetValueOrDefault("tracestate"));
        if (parent is not null || state is not null) decoded.Add(TraceParentReader.Read(parent, state));
        if (values.TryGetValue("uber-trace-id", out var uber)) decoded.Add(UberTraceIdReader.Read(uber));
        if (values.TryGetValue("b3", out var single)) decoded.Add(B3Reader.ReadSingle(single));
        if (values.Keys.Any(name => name.StartsWith("x-b3-", StringComparison.Ordinal))) decoded.Add(B3Reader.ReadMulti(values.GetValueOrDefault));
        return decoded.ToImmutable();
    }

    // A value alone says what it is by its shape.
    private static string? NameOf(string value) =>
        value.Contains(':', StringComparison.Ordinal) || value.Contains("%3A", StringComparison.OrdinalIgnoreCase) ? "uber-trace-id"
        : value is "0" or "1" or "d" ? "b3"
        : value.Contains('=', StringComparison.Ordinal) ? "tracestate"
        : value.Split('-') switch
        {
            [{ Length: <= 2 }, _, ..] => "traceparent",
            [{ Length: 16 or 32 }, _, ..] => "b3",
            [_, _, _, _, ..] => "traceparent",
            _ => null,
        };

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
