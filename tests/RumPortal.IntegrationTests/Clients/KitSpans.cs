using System.IO.Compression;
using System.Text.Json;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>What the backends' spans of the conformance data say by themselves.</summary>
internal static class KitSpans
{
    private static readonly Lazy<List<(string Service, JsonElement Span)>> All = new(() => [.. Read()]);

    /// <summary>Ids of server spans that began a trace.</summary>
    public static IEnumerable<string> RootServers =>
        All.Value.Where(item => IsServer(item.Span) && ParentOf(item.Span).Length == 0).Select(item => item.Span.GetProperty("spanId").GetString()!.ToLowerInvariant());

    /// <summary>How many server spans a service has.</summary>
    public static IReadOnlyDictionary<string, int> Servers => All.Value.Where(item => IsServer(item.Span)).CountBy(item => item.Service).ToDictionary();

    private static bool IsServer(JsonElement span) => span.GetProperty("kind").GetInt32() == 2;

    private static string ParentOf(JsonElement span) => span.TryGetProperty("parentSpanId", out var parent) ? parent.GetString() ?? "" : "";

    private static IEnumerable<(string Service, JsonElement Span)> Read()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Repository.Conformance, "backend-spans.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            foreach (var resource in JsonDocument.Parse(line).RootElement.GetProperty("resourceSpans").EnumerateArray())
            {
                var service = resource.GetProperty("resource").GetProperty("attributes").EnumerateArray()
                    .Single(item => item.GetProperty("key").GetString() == "service.name").GetProperty("value").GetProperty("stringValue").GetString()!;
                foreach (var scope in resource.GetProperty("scopeSpans").EnumerateArray())
                    foreach (var span in scope.GetProperty("spans").EnumerateArray()) yield return (service, span);
            }
    }
}
