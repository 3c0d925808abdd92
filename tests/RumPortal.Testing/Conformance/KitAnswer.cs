using System.Text;
using System.Text.Json;

namespace RumPortal.Testing.Conformance;

/// <summary>A request to a backend and what it answered.</summary>
public sealed record KitAnswer(string Id, string Path, int Status, string ContentType, string Body)
{
    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

    public JsonElement Root => JsonDocument.Parse(Body).RootElement;

    public string? ResultType => Status == 200 && Root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data.GetProperty("resultType").GetString() : null;
}
