using System.Globalization;
using System.Text.Json;
using RumPortal.Domain.Faro;

namespace RumPortal.UnitTests.Faro;

/// <summary>
/// What a line must say, made from the payload alone and in the plainest way, to compare the parser with. Values of measurements are numbers;
/// everything else is text.
/// </summary>
internal sealed class ExpectedRecord
{
    public required FaroKind Kind { get; init; }

    public DateTimeOffset? Time { get; private set; }

    public Dictionary<string, string> Texts { get; } = [];

    public Dictionary<string, double> Numbers { get; } = [];

    /// <summary>The records of a payload in the order in which a receiver writes them.</summary>
    public static IEnumerable<ExpectedRecord> Of(JsonElement payload) =>
        Items(payload, "logs", FaroKind.Log)
            .Concat(Items(payload, "exceptions", FaroKind.Exception))
            .Concat(Items(payload, "measurements", FaroKind.Measurement))
            .Concat(Items(payload, "events", FaroKind.Event));

    private static IEnumerable<ExpectedRecord> Items(JsonElement payload, string name, FaroKind kind)
    {
        if (!payload.TryGetProperty(name, out var items)) yield break;
        foreach (var item in items.EnumerateArray())
        {
            var record = new ExpectedRecord { Kind = kind };
            record.Texts["kind"] = name[..^1];
            if (item.TryGetProperty("timestamp", out var time)) record.Time = DateTimeOffset.Parse(time.GetString()!, CultureInfo.InvariantCulture);
            record.AddItem(item);
            if (payload.TryGetProperty("meta", out var meta)) record.AddMeta(meta);
            foreach (var empty in record.Texts.Where(text => text.Value.Length == 0).ToList()) record.Texts.Remove(empty.Key);
            yield return record;
        }
    }

    private void AddItem(JsonElement item)
    {
        foreach (var member in item.EnumerateObject())
        {
            switch (member.Name)
            {
                case "message" or "level" or "type": Texts[member.Name] = member.Value.GetString()!; break;
                case "value" when Kind == FaroKind.Exception: Texts["value"] = member.Value.GetString()!; break;
                case "name": Texts["event_name"] = member.Value.GetString()!; break;
                case "domain": Texts["event_domain"] = member.Value.GetString()!; break;
                case "attributes": AddMap("event_data_", member.Value); break;
                case "context": AddMap("context_", member.Value); break;
                case "values": AddNumbers(member.Value); break;
                case "trace": AddTrace(member.Value); break;
            }
        }
    }

    private void AddMeta(JsonElement meta)
    {
        foreach (var group in meta.EnumerateObject())
        {
            foreach (var member in group.Value.EnumerateObject())
            {
                var prefix = group.Name + "_";
                if (member.Value.ValueKind == JsonValueKind.String && IsKept(group.Name, member.Name)) Texts[prefix + member.Name] = member.Value.GetString()!;
                else if (member.Name == "mobile") Texts["browser_mobile"] = member.Value.GetBoolean() ? "true" : "false";
                else if (member.Name == "attributes") AddMap(prefix + "attr_", member.Value);
                else if (member.Name == "integrations") Texts["sdk_integrations"] = Integrations(member.Value);
            }
        }
    }

    // The receiver knows only some members of the metadata.
    private static bool IsKept(string group, string member) => group switch
    {
        "sdk" => member is "name" or "version",
        "app" => member is "name" or "namespace" or "release" or "version" or "environment",
        "user" => member is "id" or "username" or "email",
        "session" => member is "id",
        "page" => member is "id" or "url",
        "browser" => member is "name" or "version" or "os" or "userAgent" or "language" or "viewportWidth" or "viewportHeight",
        "view" => member is "name",
        _ => false,
    };

    private static string Integrations(JsonElement list) =>
        string.Join(',', list.EnumerateArray().Select(item => $"{item.GetProperty("name").GetString()}:{item.GetProperty("version").GetString()}"));

    private void AddMap(string prefix, JsonElement map)
    {
        foreach (var member in map.EnumerateObject()) Texts[prefix + member.Name] = member.Value.GetString()!;
    }

    private void AddNumbers(JsonElement values)
    {
        foreach (var member in values.EnumerateObject()) Numbers[member.Name] = member.Value.GetDouble();
    }

    private void AddTrace(JsonElement trace)
    {
        if (trace.TryGetProperty("trace_id", out var traceId)) Texts["traceID"] = traceId.GetString()!;
        if (trace.TryGetProperty("span_id", out var spanId)) Texts["spanID"] = spanId.GetString()!;
    }
}
