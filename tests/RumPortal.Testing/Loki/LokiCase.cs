using System.IO.Compression;
using System.Text.Json;
using System.Web;

namespace RumPortal.Testing.Loki;

/// <summary>A recorded request to a real Loki 3.7.6 and its answer, without <c>data.stats</c>.</summary>
public sealed record LokiCase(string Id, string Path, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Headers, int Status, string ContentType, JsonElement Body)
{
    /// <summary>All recorded cases by their id.</summary>
    public static IReadOnlyDictionary<string, LokiCase> All { get; } = Load(System.IO.Path.Combine(Repository.Conformance, "loki.json.gz"));

    /// <summary>Whether only the set of lines is fixed: with a limit, lines of equal time may be cut either way.</summary>
    public bool IsLimited => Parameters.ContainsKey("limit");

    public HttpRequestMessage Request()
    {
        var query = HttpUtility.ParseQueryString("");
        foreach (var (name, value) in Parameters) query[name] = value;
        var request = new HttpRequestMessage(HttpMethod.Get, query.Count == 0 ? Path : $"{Path}?{query}");
        foreach (var (name, value) in Headers) request.Headers.Add(name, value);
        return request;
    }

    private static Dictionary<string, LokiCase> Load(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(gzip);
        return document.RootElement.EnumerateArray().Select(Read).ToDictionary(c => c.Id);
    }

    private static LokiCase Read(JsonElement element) => new(
        element.GetProperty("id").GetString() ?? "",
        element.GetProperty("path").GetString() ?? "",
        Texts(element, "params"),
        Texts(element, "headers"),
        element.GetProperty("status").GetInt32(),
        element.GetProperty("contentType").GetString() ?? "",
        element.GetProperty("body").Clone());

    private static Dictionary<string, string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var members) && members.ValueKind == JsonValueKind.Object
            ? members.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString() ?? "")
            : [];
}
