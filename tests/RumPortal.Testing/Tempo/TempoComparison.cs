using System.Text.Json;

namespace RumPortal.Testing.Tempo;

/// <summary>
/// Compares an answer with a recorded one. Of traces every span counts, not how they are grouped; of searches the traces with their
/// root, times, services and matching spans (no recorded search cuts these short); order never counts.
/// </summary>
public static class TempoComparison
{
    /// <summary>Sends the request of a case to any Tempo; null when the answer agrees, else what differs.</summary>
    public static async Task<string?> CheckAsync(HttpClient client, TempoCase expected, CancellationToken cancellation)
    {
        using var query = new FormUrlEncodedContent(expected.Parameters);
        using var response = await client.GetAsync($"{expected.Path}?{await query.ReadAsStringAsync(cancellation)}", cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        if ((int)response.StatusCode != expected.Status) return $"status {(int)response.StatusCode} instead of {expected.Status}: {text}";
        if (response.Content.Headers.ContentType?.ToString() is var type && type != expected.ContentType) return $"content type {type} instead of {expected.ContentType}";
        // The sandbox uses Tempo's own words, so they are compared.
        if (expected.Body.ValueKind == JsonValueKind.String) return text == expected.Body.GetString() ? null : $"text «{text}» instead of «{expected.Body.GetString()}»";
        using var document = JsonDocument.Parse(text);
        return Compare(expected.Body, document.RootElement);
    }

    private static string? Compare(JsonElement expected, JsonElement actual)
    {
        if (expected.TryGetProperty("trace", out var trace)) return Same(Spans(trace, "resourceSpans"), Spans(actual.GetProperty("trace"), "resourceSpans"));
        if (expected.TryGetProperty("batches", out _)) return Same(Spans(expected, "batches"), Spans(actual, "batches"));
        if (expected.TryGetProperty("traces", out var traces)) return Same(traces.EnumerateArray().Select(Found), actual.GetProperty("traces").EnumerateArray().Select(Found));
        return expected.EnumerateObject().Select(member => Same(Texts(member.Value), Texts(actual.GetProperty(member.Name)))).FirstOrDefault(difference => difference is not null);
    }

    private static IEnumerable<string> Spans(JsonElement trace, string groups) =>
        from resourceSpans in Items(trace, groups)
        let resource = string.Join(", ", Items(resourceSpans.GetProperty("resource"), "attributes").Select(Text).Order(StringComparer.Ordinal))
        from scopeSpans in Items(resourceSpans, "scopeSpans")
        from span in Items(scopeSpans, "spans")
        select $"{resource} {Text(scopeSpans.GetProperty("scope"))} {Text(span)}";

    private static string Found(JsonElement trace)
    {
        var matched = Items(trace, "spanSets").Sum(set => set.GetProperty("matched").GetInt32());
        var shown = string.Join(", ", Items(trace, "spanSets").SelectMany(set => Items(set, "spans")).Select(Text).Order(StringComparer.Ordinal));
        return $"{Member(trace, "traceID").PadLeft(32, '0')} {Member(trace, "rootServiceName")} {Member(trace, "rootTraceName")} {Member(trace, "startTimeUnixNano")} "
            + $"{Member(trace, "durationMs")} {matched} {shown} {Member(trace, "serviceStats")}";
    }

    private static JsonElement[] Items(JsonElement element, string name) => element.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];

    private static string Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? Text(member) : "";

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(Text) : [Text(element)];

    /// <summary>Members and items in one order: of attributes and tags it has no meaning.</summary>
    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}={Text(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", element.EnumerateArray().Select(Text).Order(StringComparer.Ordinal))}]",
        _ => element.ToString(),
    };

    private static string? Same(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (a, b) = (expected.Order(StringComparer.Ordinal).ToList(), actual.Order(StringComparer.Ordinal).ToList());
        if (a.SequenceEqual(b)) return null;
        return $"{b.Count} instead of {a.Count}; missing «{a.Except(b).FirstOrDefault()}», extra «{b.Except(a).FirstOrDefault()}»";
    }
}
