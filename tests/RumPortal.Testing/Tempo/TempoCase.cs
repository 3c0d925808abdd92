using System.IO.Compression;
using System.Text.Json;

namespace RumPortal.Testing.Tempo;

/// <summary>A recorded request to a real Tempo 3.0.3 and its answer, without <c>metrics</c>. The body is JSON, or a string when it is plain text.</summary>
public sealed record TempoCase(string Id, string Path, IReadOnlyDictionary<string, string> Parameters, int Status, string? ContentType, JsonElement Body)
{
    /// <summary>All recorded cases by their id.</summary>
    public static IReadOnlyDictionary<string, TempoCase> All { get; } = Load(System.IO.Path.Combine(Repository.Conformance, "tempo.json.gz"));

    private static Dictionary<string, TempoCase> Load(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(gzip);
        return document.RootElement.EnumerateArray().Select(Read).ToDictionary(c => c.Id);
    }

    private static TempoCase Read(JsonElement element) => new(
        element.GetProperty("id").GetString() ?? "",
        element.GetProperty("path").GetString() ?? "",
        element.GetProperty("params").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString() ?? ""),
        element.GetProperty("status").GetInt32(),
        element.GetProperty("contentType").GetString(),
        element.GetProperty("body").Clone());
}
