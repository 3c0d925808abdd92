using System.IO.Compression;
using System.Text;
using System.Text.Json;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Clients.Loki;

/// <summary>Answers that a real Loki 3.7.6 gave.</summary>
internal static class KitAnswers
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

internal sealed record KitAnswer(string Id, string Path, int Status, string ContentType, string Body)
{
    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

    public JsonElement Root => JsonDocument.Parse(Body).RootElement;

    public string? ResultType => Status == 200 && Root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data.GetProperty("resultType").GetString() : null;
}
