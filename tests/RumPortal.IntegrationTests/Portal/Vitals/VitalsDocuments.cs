using System.Text.Json;

namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>Reads answers of <c>/api/v1/vitals</c>.</summary>
internal static class VitalsDocuments
{
    public static string Source(JsonElement document) => document.GetProperty("source").GetString() ?? "";

    public static bool IsComplete(JsonElement document) => document.GetProperty("complete").GetBoolean();

    public static IEnumerable<string?> Notes(JsonElement document) => document.GetProperty("notes").EnumerateArray().Select(note => note.GetString());

    /// <summary><c>lcp 525: 300 good, 125 needs improvement, 100 poor</c>, for the whole and for each group.</summary>
    public static IEnumerable<string> Counts(JsonElement document) =>
    [
        .. document.GetProperty("vitals").EnumerateArray().Select(vital => $"all {Count(vital)}"),
        .. document.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("vitals").EnumerateArray().Select(vital => $"{Labels(group)} {Count(vital)}")),
    ];

    /// <summary>The values of the labels in their order: <c>118/Arc/Mac OS 14.5</c>.</summary>
    public static string Labels(JsonElement group) => string.Join('/', group.GetProperty("labels").EnumerateObject().Select(label => label.Value.GetString()));

    /// <summary>One vital of a group or of the whole; null when it was not measured.</summary>
    public static JsonElement? Vital(JsonElement measured, string name) =>
        measured.GetProperty("vitals").EnumerateArray().Where(vital => vital.GetProperty("name").GetString() == name).Select(vital => (JsonElement?)vital).FirstOrDefault();

    public static double? Number(JsonElement? vital, string member) => vital is { } one && one.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string Count(JsonElement vital) =>
        $"{vital.GetProperty("name")} {vital.GetProperty("count")}: {vital.GetProperty("good")} good, {vital.GetProperty("needsImprovement")} needs improvement, {vital.GetProperty("poor")} poor";
}
