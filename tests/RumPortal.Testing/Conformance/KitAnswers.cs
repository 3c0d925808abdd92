using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace RumPortal.Testing.Conformance;

/// <summary>Answers that a real Loki 3.7.6, a real Prometheus 2.42 and a real Tempo 3.0.3 gave.</summary>
public static class KitAnswers
{
    private static readonly Lazy<IReadOnlyList<KitAnswer>> AllAnswers = new(() => Read("loki.json.gz"));
    private static readonly Lazy<IReadOnlyList<KitAnswer>> PrometheusAnswers = new(() => Read("prometheus.json.gz"));
    private static readonly Lazy<IReadOnlyList<KitAnswer>> TempoAnswers = new(() => Read("tempo.json.gz"));

    /// <summary>Those of Loki.</summary>
    public static IReadOnlyList<KitAnswer> All => AllAnswers.Value;

    public static IReadOnlyList<KitAnswer> OfPrometheus => PrometheusAnswers.Value;

    public static IReadOnlyList<KitAnswer> OfTempo => TempoAnswers.Value;

    public static KitAnswer Get(string id) => All.Single(answer => answer.Id == id);

    private static List<KitAnswer> Read(string file)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(Repository.Conformance, file)), CompressionMode.Decompress);
        return [.. JsonDocument.Parse(stream).RootElement.EnumerateArray().Select(item => new KitAnswer(
            item.GetProperty("id").GetString()!,
            item.GetProperty("path").GetString()!,
            item.GetProperty("status").GetInt32(),
            item.GetProperty("contentType").GetString() ?? "",
            item.GetProperty("body").ValueKind == JsonValueKind.String ? item.GetProperty("body").GetString()! : item.GetProperty("body").GetRawText()))];
    }
}
