using System.Globalization;
using System.Text.Json;

namespace RumPortal.Testing.Prometheus;

/// <summary>
/// Compares two answers: series as sets keyed by labels, numbers within 1e-9, of errors the status and the type (the text must name the same
/// problem, not the same words).
/// </summary>
public static class PrometheusComparison
{
    private const double Tolerance = 1e-9;

    /// <summary>Null when they agree, else what differs.</summary>
    public static string? Difference(PrometheusAnswer expected, PrometheusAnswer actual)
    {
        if (actual.Status != expected.Status) return $"status {actual.Status} instead of {expected.Status}: {actual.Body}";
        if (actual.ContentType != expected.ContentType) return $"content type {actual.ContentType} instead of {expected.ContentType}";
        if (expected.Body.ValueKind == JsonValueKind.String) return Same([expected.Body.ToString()], [actual.Body.ToString()]);
        if (expected.Status >= 400) return Same([Member(expected.Body, "errorType")], [Member(actual.Body, "errorType")]);
        var (data, actualData) = (expected.Body.GetProperty("data"), actual.Body.GetProperty("data"));
        if (data.ValueKind == JsonValueKind.Array) return Same(data.EnumerateArray().Select(Text), actualData.EnumerateArray().Select(Text));
        return data.TryGetProperty("resultType", out _) ? Result(data, actualData) : Same([Text(data)], [Text(actualData)]);
    }

    private static string? Result(JsonElement expected, JsonElement actual)
    {
        var type = Member(expected, "resultType");
        if (Same([type], [Member(actual, "resultType")]) is { } difference) return difference;
        var (result, actualResult) = (expected.GetProperty("result"), actual.GetProperty("result"));
        if (type is "scalar" or "string") return SamePoint(result, actualResult) ? null : $"{actualResult} instead of {result}";
        var (series, actualSeries) = (Series(result), Series(actualResult));
        return Same(series.Keys, actualSeries.Keys)
            ?? series.Select(pair => Points(pair.Key, pair.Value, actualSeries[pair.Key])).FirstOrDefault(points => points is not null);
    }

    private static string? Points(string labels, List<JsonElement> expected, List<JsonElement> actual)
    {
        if (expected.Count != actual.Count) return $"{labels}: {actual.Count} points instead of {expected.Count}";
        foreach (var (point, other) in expected.Zip(actual))
            if (!SamePoint(point, other)) return $"{labels}: {other} instead of {point}";
        return null;
    }

    private static Dictionary<string, List<JsonElement>> Series(JsonElement result) => result.EnumerateArray().ToDictionary(
        series => Text(series.GetProperty("metric")),
        series => series.TryGetProperty("values", out var values) ? values.EnumerateArray().ToList() : [series.GetProperty("value")]);

    private static bool SamePoint(JsonElement expected, JsonElement actual) =>
        Math.Abs(expected[0].GetDouble() - actual[0].GetDouble()) < 1e-3 && SameValue(Text(expected[1]), Text(actual[1]));

    private static bool SameValue(string expected, string actual)
    {
        if (expected == actual) return true;
        const NumberStyles Style = NumberStyles.Float;
        return double.TryParse(expected, Style, CultureInfo.InvariantCulture, out var a) && double.TryParse(actual, Style, CultureInfo.InvariantCulture, out var b)
            && Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));
    }

    private static string Member(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? string.Join(", ", element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}={Text(member.Value)}"))
        : element.ToString();

    private static string? Same(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (a, b) = (expected.Order(StringComparer.Ordinal).ToList(), actual.Order(StringComparer.Ordinal).ToList());
        if (a.SequenceEqual(b)) return null;
        return $"{b.Count} instead of {a.Count}; missing «{a.Except(b).FirstOrDefault()}», extra «{b.Except(a).FirstOrDefault()}»";
    }
}
