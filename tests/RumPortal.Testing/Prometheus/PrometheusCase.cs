using System.IO.Compression;
using System.Text.Json;

namespace RumPortal.Testing.Prometheus;

/// <summary>A recorded request to a real Prometheus 2.42 and its answer.</summary>
public sealed record PrometheusCase(string Id, string Path, IReadOnlyDictionary<string, string> Parameters, PrometheusAnswer Answer)
{
    /// <summary>All recorded cases by their id.</summary>
    public static IReadOnlyDictionary<string, PrometheusCase> All { get; } = Load(System.IO.Path.Combine(Repository.Conformance, "prometheus.json.gz"));

    private static Dictionary<string, PrometheusCase> Load(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(gzip);
        return document.RootElement.EnumerateArray().Select(Read).ToDictionary(c => c.Id);
    }

    private static PrometheusCase Read(JsonElement element) => new(
        element.GetProperty("id").GetString() ?? "",
        element.GetProperty("path").GetString() ?? "",
        element.GetProperty("params").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString() ?? ""),
        new(element.GetProperty("status").GetInt32(), element.GetProperty("contentType").GetString(), element.GetProperty("body").Clone()));
}
