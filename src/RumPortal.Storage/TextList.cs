using System.Text.Json;

namespace RumPortal.Storage;

/// <summary>An ordered list of texts in one column, as a JSON array: <c>["app_version","browser_name"]</c>.</summary>
internal static class TextList
{
    public static string Write(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts);

    /// <exception cref="JsonException">The column does not hold an array of texts.</exception>
    public static IReadOnlyList<string> Read(string column)
    {
        var texts = JsonSerializer.Deserialize<string?[]>(column) ?? throw new JsonException("null is no list.");
        return [.. texts.Select(text => text ?? throw new JsonException("The list holds null."))];
    }
}
