using System.Globalization;
using System.Text.Json;

namespace RumPortal.Benchmarks.Traces;

/// <summary>A span as the plain chain reads it from JSON: a dictionary for its attributes, children in a list.</summary>
internal sealed record NaiveSpan(string Id, string? ParentId, string Name, string Service, long Start, long End, Dictionary<string, string> Attributes)
{
    public List<NaiveSpan> Children { get; } = [];

    /// <summary>The spans of an answer, connected, parents before their children.</summary>
    public static List<(NaiveSpan Span, int Depth)> Layout(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        var spans = (
            from resource in document.RootElement.GetProperty("trace").GetProperty("resourceSpans").EnumerateArray()
            let service = AttributesOf(resource.GetProperty("resource"))["service.name"]
            from scope in resource.GetProperty("scopeSpans").EnumerateArray()
            from span in scope.GetProperty("spans").EnumerateArray()
            select Read(span, service)).ToList();
        var byId = spans.ToDictionary(span => span.Id);
        foreach (var span in spans)
            if (span.ParentId is { } parent) byId[parent].Children.Add(span);
        var rows = new List<(NaiveSpan, int)>();
        foreach (var root in spans.Where(span => span.ParentId is null)) Add(root, 0, rows);
        return rows;
    }

    private static void Add(NaiveSpan span, int depth, List<(NaiveSpan, int)> rows)
    {
        rows.Add((span, depth));
        foreach (var child in span.Children.OrderBy(child => child.Start)) Add(child, depth + 1, rows);
    }

    private static NaiveSpan Read(JsonElement span, string service) => new(
        Convert.ToHexStringLower(span.GetProperty("spanId").GetBytesFromBase64()),
        span.TryGetProperty("parentSpanId", out var parent) ? Convert.ToHexStringLower(parent.GetBytesFromBase64()) : null,
        span.GetProperty("name").GetString() ?? "",
        service,
        long.Parse(span.GetProperty("startTimeUnixNano").GetString() ?? "", CultureInfo.InvariantCulture),
        long.Parse(span.GetProperty("endTimeUnixNano").GetString() ?? "", CultureInfo.InvariantCulture),
        AttributesOf(span));

    private static Dictionary<string, string> AttributesOf(JsonElement holder) => holder.GetProperty("attributes").EnumerateArray().ToDictionary(
        item => item.GetProperty("key").GetString() ?? "",
        item => item.GetProperty("value").EnumerateObject().First().Value.ToString());
}
