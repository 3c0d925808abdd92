using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace RumPortal.Testing.Conformance;

/// <summary>Answers that a real Loki 3.7.6 gave.</summary>
public static class KitAnswers
{
    private static readonly Lazy<IReadOnlyList<KitAnswer>> AllAnswers = new(Read);

    public static IReadOnlyList<KitAnswer> All => AllAnswers.Value;

    public static KitAnswer Get(string id) => All.Single(answer => answer.Id == id);

    private static List<KitAnswer> Read()
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(Repository.Conformance, "loki.json.gz")), CompressionMode.Decompress);
        return [.. JsonDocument.Parse(stream).RootElement.EnumerateArray().Select(item => new KitAnswer(
            item.GetProperty("id").GetString()!,
            item.GetProperty("path").GetString()!,
            item.GetProperty("status").GetInt32(),
            item.GetProperty("contentType").GetString()!,
            item.GetProperty("body").ValueKind == JsonValueKind.String ? item.GetProperty("body").GetString()! : item.GetProperty("body").GetRawText()))];
    }
}
