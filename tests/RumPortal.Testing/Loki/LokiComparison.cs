using System.Globalization;
using System.Text.Json;

namespace RumPortal.Testing.Loki;

/// <summary>Compares an answer with a recorded one. What Loki adds by itself (<c>service_name</c>, <c>detected_level</c>) does not count.</summary>
public static class LokiComparison
{
    private const double Tolerance = 1e-9;

    private static readonly HashSet<string> Ignored = ["service_name", "detected_level"];

    /// <summary>Sends the request of a case to any Loki; null when the answer agrees, else what differs.</summary>
    public static async Task<string?> CheckAsync(HttpClient client, LokiCase expected, CancellationToken cancellation)
    {
        using var request = expected.Request();
        using var response = await client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        if ((int)response.StatusCode != expected.Status) return $"status {(int)response.StatusCode} instead of {expected.Status}: {text}";
        if (response.Content.Headers.ContentType?.ToString() is var type && type != expected.ContentType) return $"content type {type} instead of {expected.ContentType}";
        if (expected.Body.ValueKind == JsonValueKind.String) return CompareText(expected, text);
        using var document = JsonDocument.Parse(text);
        return Compare(expected, document.RootElement);
    }

    /// <summary>An error must name the same problem; the sandbox uses Loki's own words, so they are compared.</summary>
    private static string? CompareText(LokiCase expected, string text) => text == expected.Body.GetString() ? null : $"text «{text}» instead of «{expected.Body.GetString()}»";

    private static string? Compare(LokiCase expected, JsonElement actual)
    {
        if (!expected.Body.TryGetProperty("data", out var wanted)) return actual.TryGetProperty("data", out var extra) ? $"unexpected data {extra}" : null;
        if (!actual.TryGetProperty("data", out var data)) return "data is missing";
        if (wanted.ValueKind == JsonValueKind.Array) return Same(Names(wanted), Names(data));
        var (type, actualType) = (wanted.GetProperty("resultType").GetString(), data.GetProperty("resultType").GetString());
        if (type != actualType) return $"result type {actualType} instead of {type}";
        var (result, actualResult) = (wanted.GetProperty("result"), data.GetProperty("result"));
        return type switch
        {
            "scalar" => SameNumber(result[1], actualResult[1]) ? null : $"{actualResult} instead of {result}",
            "streams" => CompareStreams(expected, result, actualResult),
            _ => CompareSeries(result, actualResult),
        };
    }

    private static IEnumerable<string> Names(JsonElement array) => array.EnumerateArray()
        .Select(item => item.ValueKind == JsonValueKind.Object ? Labels(item) : item.GetString() ?? "")
        .Where(name => !Ignored.Contains(name));

    private static string? CompareStreams(LokiCase expected, JsonElement wanted, JsonElement actual)
    {
        if (expected.IsLimited) return Same(wanted.EnumerateArray().SelectMany(Entries), actual.EnumerateArray().SelectMany(Entries));
        var (a, b) = (ByLabels(wanted, "stream"), ByLabels(actual, "stream"));
        if (Same(a.Keys, b.Keys) is { } difference) return difference;
        // Streams that only differ in what Loki adds come one after the other; within a stream the order counts.
        return a.Select(pair => pair.Value.SelectMany(Entries).SequenceEqual(b[pair.Key].SelectMany(Entries)) ? null : $"the lines of {pair.Key} differ").FirstOrDefault(d => d is not null);
    }

    private static IEnumerable<string> Entries(JsonElement stream)
    {
        var labels = Labels(stream.GetProperty("stream"));
        return stream.GetProperty("values").EnumerateArray().Select(value => $"{labels} {value[0]} {value[1]} {(value.GetArrayLength() > 2 ? Categories(value[2]) : "")}");
    }

    private static string Categories(JsonElement categories) => string.Join(' ', categories.EnumerateObject()
        .Select(category => (category.Name, Labels: Labels(category.Value)))
        .Where(category => category.Labels.Length > 0).Select(category => $"{category.Name}: {category.Labels}").Order());

    private static string? CompareSeries(JsonElement wanted, JsonElement actual)
    {
        var (a, b) = (ByLabels(wanted, "metric"), ByLabels(actual, "metric"));
        if (Same(a.Keys, b.Keys) is { } difference) return difference;
        foreach (var (labels, series) in a)
        {
            var (points, actualPoints) = (Points(series[0]), Points(b[labels][0]));
            if (points.Count != actualPoints.Count) return $"{labels}: {actualPoints.Count} points instead of {points.Count}";
            foreach (var (point, other) in points.Zip(actualPoints))
                if (Math.Abs(point[0].GetDouble() - other[0].GetDouble()) > 1e-3 || !SameNumber(point[1], other[1])) return $"{labels}: {other} instead of {point}";
        }

        return null;
    }

    private static Dictionary<string, List<JsonElement>> ByLabels(JsonElement items, string member) =>
        items.EnumerateArray().GroupBy(item => Labels(item.GetProperty(member))).ToDictionary(group => group.Key, group => group.ToList());

    private static List<JsonElement> Points(JsonElement series) => series.TryGetProperty("values", out var values) ? [.. values.EnumerateArray()] : [series.GetProperty("value")];

    private static string Labels(JsonElement labels) => string.Join(", ", labels.EnumerateObject()
        .Where(label => !Ignored.Contains(label.Name)).OrderBy(label => label.Name, StringComparer.Ordinal).Select(label => $"{label.Name}={label.Value}"));

    private static bool SameNumber(JsonElement expected, JsonElement actual)
    {
        var (a, b) = (Number(expected), Number(actual));
        return a.Equals(b) || Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));
    }

    private static double Number(JsonElement element) => element.GetString() switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        var text => double.Parse(text ?? "", CultureInfo.InvariantCulture),
    };

    private static string? Same(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (a, b) = (expected.Order(StringComparer.Ordinal).ToList(), actual.Order(StringComparer.Ordinal).ToList());
        if (a.SequenceEqual(b)) return null;
        return $"{b.Count} instead of {a.Count}; missing «{a.Except(b).FirstOrDefault()}», extra «{b.Except(a).FirstOrDefault()}»";
    }
}
